package ringside.pane;

/** The colour of each task, the same in every pane; safe for colour-blind eyes, and always beside the task's name. */
public final class TaskColour {
    private static final String[] NAMES = {"sky", "pink", "amber", "green", "yellow", "redox"};

    private TaskColour() {}

    /** The name of a theme colour for the task in that slot; the kernel has slot -1. */
    public static String of(int slot) {
        return slot < 0 ? "kernel" : NAMES[slot % NAMES.length];
    }
}
