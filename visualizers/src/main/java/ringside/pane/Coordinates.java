package ringside.pane;

/**
 * The one selection that all panes share: what the user is looking at.
 *
 * @param mark instructions retired at the instant on show
 * @param task the guest's task in focus, or null for whichever runs
 * @param frame the stack frame in focus, 0 the innermost
 * @param address the address in focus, or -1
 */
public record Coordinates(long mark, String task, int frame, long address) {

    /** The start of a run, with nothing selected. */
    public static final Coordinates START = new Coordinates(0, null, 0, -1);

    /** The same selection at another instant. */
    public Coordinates at(long newMark) {
        return new Coordinates(newMark, task, frame, address);
    }

    /** The same instant with another task in focus. */
    public Coordinates withTask(String newTask) {
        return new Coordinates(mark, newTask, frame, address);
    }

    /** The same instant with another address in focus. */
    public Coordinates withAddress(long newAddress) {
        return new Coordinates(mark, task, frame, newAddress);
    }

    /** Whether an address is in focus. */
    public boolean hasAddress() {
        return address != NumberText.NO_ADDRESS;
    }
}
