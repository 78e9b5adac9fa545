package ringside.kernels.observe;

/** Knows tasks by their slots. */
@FunctionalInterface
public interface TaskNames {

    /** The name of the task in a slot; a text with the slot's number if it has none. */
    String nameOf(int task);
}
