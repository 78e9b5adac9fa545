package ringside.kernels.view;

import java.util.List;

/** The upcalls that wait for their tasks to yield, and the functions subscribed. */
public record UpcallsView(List<Pending> pending, List<Subscription> subscriptions) {

    /** An upcall in a task's queue, in the order of delivery. */
    public record Pending(int task, String name, String driver, int number, long function, List<Long> arguments) {
        /** Copies the list. */
        public Pending {
            arguments = List.copyOf(arguments);
        }
    }

    /** A function that a task has subscribed. */
    public record Subscription(int task, String name, String driver, int number, long function, long data) {}

    /** Copies the lists. */
    public UpcallsView {
        pending = List.copyOf(pending);
        subscriptions = List.copyOf(subscriptions);
    }
}
