package ringside.app.simulation;

/**
 * Where a simulation stands.
 *
 * @param activity what it is doing
 * @param image the name of the image
 * @param style the style of the kernel: {@code tock}, {@code redox}, {@code theseus} or {@code other}
 * @param machine the kind of machine, such as {@code cortex-m3}
 * @param board the name of the board
 * @param mark instructions retired
 * @param frontier the furthest instant that was ever reached; behind it the run is being replayed
 * @param reach the earliest instant that history reaches back to
 * @param historyBytes what history takes in memory
 * @param historyLimit what history may take in memory
 * @param virtualMicroseconds the guest's time since reset
 * @param mode the processor's mode, such as {@code privileged thread}
 * @param message what to tell the user: why it stopped, what went wrong; may be empty
 * @param failed whether the message is about something that went wrong, in this program or in the guest's end
 * @param progress how far a long search is, 0 to 1, or -1
 */
public record Status(
        Activity activity,
        String image,
        String style,
        String machine,
        String board,
        long mark,
        long frontier,
        long reach,
        long historyBytes,
        long historyLimit,
        double virtualMicroseconds,
        String mode,
        String message,
        boolean failed,
        double progress) {

    /** What a simulation can be doing. */
    public enum Activity {
        /** No image is open. */
        EMPTY,
        /** It stands still, at the furthest instant reached. */
        PAUSED,
        /** It stands still in the past: going on replays what happened. */
        REPLAYING,
        /** It runs. */
        RUNNING,
        /** It looks for an instant. */
        SEEKING,
        /** The guest has ended and can only be taken back. */
        ENDED
    }

    /** Nothing is loaded. */
    public static final Status EMPTY = new Status(Activity.EMPTY, "", "", "", "", 0, 0, 0, 0, 0, 0, "", "", false, -1);

    /** Whether an image is open. */
    public boolean isLoaded() {
        return activity != Activity.EMPTY;
    }

    /** Whether it is at work, so that only pausing makes sense. */
    public boolean isBusy() {
        return activity == Activity.RUNNING || activity == Activity.SEEKING;
    }
}
