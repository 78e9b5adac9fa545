package ringside.cpu.history;

/**
 * Asked between slices of a long move whether to go on.
 *
 * <p>A slice is at most {@value Timeline#SLICE} instructions, so the answer is acted on within some milliseconds.
 */
@FunctionalInterface
public interface Cancellation {

    /** A move that nobody cancels. */
    Cancellation NEVER = () -> false;

    /** Whether the move should end now. */
    boolean isCancelled();

    /**
     * Tells how far the move is. Called before each {@link #isCancelled}.
     *
     * @param done instructions run so far for this move
     * @param total how many it may take at most, or {@link Long#MAX_VALUE} if nobody knows
     */
    default void progress(long done, long total) {}
}
