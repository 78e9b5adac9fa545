package ringside.kernels.view;

import java.util.List;

/**
 * The scheduler's queue.
 *
 * @param policy the scheduling policy in words, such as {@code round robin}
 * @param sliceMicroseconds the length of a time slice, or 0 if there are no slices
 * @param running the slot of the task that has the processor, or -1 while the kernel itself runs
 * @param sleeping whether the kernel found nothing to do and the processor sleeps
 * @param queue the queue from the next task to the last
 */
public record SchedulerView(String policy, long sliceMicroseconds, int running, boolean sleeping, List<Entry> queue) {

    /**
     * A place in the queue.
     *
     * @param task the slot of the task
     * @param name its name
     * @param ready whether the scheduler may choose it
     * @param remainingMicroseconds what is left of an interrupted slice, or 0
     */
    public record Entry(int task, String name, boolean ready, long remainingMicroseconds) {}

    /** Copies the list. */
    public SchedulerView {
        queue = List.copyOf(queue);
    }
}
