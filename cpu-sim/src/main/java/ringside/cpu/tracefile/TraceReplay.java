package ringside.cpu.tracefile;

import ringside.cpu.history.Arrival;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.Timeline;

/**
 * Runs a trace again and compares every digest.
 *
 * @param verified how many digests were equal, before the first that was not
 * @param checkpoints how many digests the trace has up to where the replay went
 * @param divergence the first difference, or null
 * @param cancelled whether the replay was cancelled
 */
public record TraceReplay(int verified, int checkpoints, Divergence divergence, boolean cancelled) {

    /** A digest that is not the recorded one. */
    public record Divergence(long mark, String expected, String actual) {}

    /** Whether all was compared and equal. */
    public boolean agrees() {
        return divergence == null && !cancelled;
    }

    /**
     * Replays on a fresh timeline of the trace's image, machine and inputs, up to a mark, comparing the digests on the
     * way. The cursor ends at the last digest that was compared.
     */
    public static TraceReplay run(TraceFile trace, Timeline timeline, long to, Cancellation cancellation) {
        int checkpoints = (int)
                trace.digests().stream().filter(digest -> digest.mark() <= to).count();
        int verified = 0;
        for (DigestAt expected : trace.digests().subList(0, checkpoints)) {
            Arrival arrival = timeline.seek(expected.mark(), cancellation);
            if (arrival.cause() == Arrival.Cause.CANCELLED) {
                return new TraceReplay(verified, checkpoints, null, true);
            }
            String actual = timeline.machine().digest();
            if (!actual.equals(expected.digest())) {
                Divergence divergence = new Divergence(expected.mark(), expected.digest(), actual);
                return new TraceReplay(verified, checkpoints, divergence, false);
            }
            verified++;
        }
        return new TraceReplay(verified, checkpoints, null, false);
    }
}
