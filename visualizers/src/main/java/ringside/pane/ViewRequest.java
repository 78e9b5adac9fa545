package ringside.pane;

/**
 * What a visible pane asks the simulation to read.
 *
 * @param type the record type of the view
 * @param slot distinguishes two requests of one type, such as {@code memory} and {@code stack}
 * @param address where to read from, or -1 for "wherever the machine is"
 * @param length how much, in the unit of the view; 0 where that has no meaning
 * @param name a name that chooses, such as a file or a filter; empty where that has no meaning
 */
public record ViewRequest(Class<?> type, String slot, long address, long length, String name) {

    /** A view of which there is only one. */
    public static ViewRequest of(Class<?> type) {
        return new ViewRequest(type, "", -1, 0, "");
    }

    /** A view of a range. */
    public static ViewRequest range(Class<?> type, String slot, long address, long length) {
        return new ViewRequest(type, slot, address, length, "");
    }

    /** A view chosen by a name. */
    public static ViewRequest named(Class<?> type, String name) {
        return new ViewRequest(type, "", -1, 0, name);
    }
}
