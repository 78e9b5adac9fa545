package ringside.pane;

/**
 * What a pane may ask of the window. Every method does nothing by default, so that a pane also works on its own, as in
 * a picture.
 */
public interface PaneOutlet {

    /** Takes no request at all. */
    PaneOutlet NONE = new PaneOutlet() {};

    /** Shows the bytes at this address. */
    default void showMemory(long address) {}

    /** Shows the instructions at this address. */
    default void showCode(long address) {}

    /** Shows this line of a source file. */
    default void showSource(String file, int line) {}

    /** Brings another pane to the front, and in it a part such as an address. */
    default void reveal(String pane, String what) {}

    /** Goes to this instant. */
    default void seek(long mark) {}

    /** Sets a breakpoint at this instruction, or removes it. */
    default void toggleBreakpoint(long address) {}

    /** Sets a breakpoint at this source line, or removes it. */
    default void toggleBreakpoint(String file, int line) {}

    /** Puts this task in focus. */
    default void selectTask(String task) {}

    /** Sends text to an input port of the machine. */
    default void type(String port, String text) {}

    /** Other views are needed than before: the pane's requests have changed. */
    default void requestsChanged() {}
}
