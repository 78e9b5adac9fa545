package ringside.cpu.history;

/**
 * How much memory the history may take.
 *
 * @param checkpointBytes for checkpoints; when it is reached the spacing of the checkpoints doubles
 * @param eventBytes for packed events; when it is reached the oldest events are let go, and the log says so
 * @param spacing instructions between two evenly spaced checkpoints at first
 */
public record HistoryBudget(long checkpointBytes, long eventBytes, long spacing) {

    /** 256 MiB of checkpoints, at first every 131,072 instructions, and 128 MiB of events. */
    public static final HistoryBudget STANDARD = new HistoryBudget(256L << 20, 128L << 20, 1 << 17);

    /** Checks the numbers. */
    public HistoryBudget {
        if (checkpointBytes <= 0 || eventBytes <= 0 || spacing <= 0) {
            throw new IllegalArgumentException(
                    "a history needs memory: " + checkpointBytes + ", " + eventBytes + " bytes, spacing " + spacing);
        }
    }
}
