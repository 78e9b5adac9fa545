package ringside.kernels.view;

import java.util.List;
import java.util.Optional;

/**
 * The tasks that the kernel knows, in the order of its own table.
 *
 * @param tasks one entry for each used slot
 */
public record TasksView(List<Task> tasks) {

    /** Whether a task can run, in words that all kernels share; the kernel's own word stands beside it. */
    public enum State {
        RUNNING,
        READY,
        WAITING,
        STOPPED,
        FAULTED,
        ENDED
    }

    /**
     * One task.
     *
     * @param index its number, by which events and other views name it: its slot in the kernel's table, or what the kernel
     *     itself numbers tasks by
     * @param name the name that the kernel stores
     * @param state what it can do
     * @param kernelState the kernel's own word for that, such as {@code Yielded}
     * @param reason what it waits for or why it stopped, in words; empty if there is nothing to say
     * @param memory where its parts lie, or null where a task is no block of memory
     * @param upcalls its queue of upcalls, or null where there are none
     * @param restarts how often it was started again
     * @param systemCalls how many system calls it has made, or -1 if the kernel does not count them
     * @param fault the fault that stopped it, or null
     * @param facts what only this kind of kernel has
     */
    public record Task(
            int index,
            String name,
            State state,
            String kernelState,
            String reason,
            Memory memory,
            Upcalls upcalls,
            int restarts,
            long systemCalls,
            Fault fault,
            List<NamedValue> facts) {
        /** Copies the list. */
        public Task {
            facts = List.copyOf(facts);
        }

        /** A fact by its name. */
        public Optional<NamedValue> fact(String factName) {
            return facts.stream().filter(fact -> fact.name().equals(factName)).findFirst();
        }
    }

    /** A fault of a task: what happened, in words, and the address that it was about, or -1 if that is not known. */
    public record Fault(String words, long address) {}

    /** Where a task's parts lie: all are addresses, the ends exclusive. */
    public record Memory(long flashStart, long flashEnd, long ramStart, long ramEnd, long appBreak, long kernelBreak) {}

    /** A queue of upcalls: how many wait, how many fit, how many were dropped because it was full. */
    public record Upcalls(int queued, int capacity, long dropped) {}

    /** Copies the list. */
    public TasksView {
        tasks = List.copyOf(tasks);
    }

    /** The task with that number. */
    public Optional<Task> find(int index) {
        return tasks.stream().filter(task -> task.index() == index).findFirst();
    }
}
