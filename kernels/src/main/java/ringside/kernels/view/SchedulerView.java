package ringside.kernels.view;

import java.util.List;

/**
 * The scheduler's queue.
 *
 * @param policy the scheduling policy in words, such as {@code round robin}
 * @param sliceMicroseconds the length of a time slice, or 0 if there are no slices
 * @param sliceTicks the length of a time slice in ticks of the timer, or 0 if it is not counted in ticks
 * @param running the number of the task that has the processor, or -1 while the kernel itself runs
 * @param sleeping whether the kernel found nothing to do and the processor sleeps
 * @param queue the queue from the next task to the last
 */
public record SchedulerView(
        String policy, long sliceMicroseconds, int sliceTicks, int running, boolean sleeping, List<Entry> queue) {

    /**
     * A place in the queue.
     *
     * @param task the number of the task
     * @param name its name
     * @param ready whether the scheduler may choose it
     * @param remainingMicroseconds what is left of a slice that has begun, or 0
     * @param remainingTicks the same in ticks of the timer, or 0
     * @param status the kernel's own word for whether it can run
     * @param reason what it waits for, in words; empty if it does not wait
     */
    public record Entry(
            int task,
            String name,
            boolean ready,
            long remainingMicroseconds,
            int remainingTicks,
            String status,
            String reason) {}

    /** Copies the list. */
    public SchedulerView {
        queue = List.copyOf(queue);
    }
}
