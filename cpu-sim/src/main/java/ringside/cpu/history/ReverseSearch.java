package ringside.cpu.history;

import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;

/**
 * Finds the last stop before the cursor.
 *
 * <p>How it works: the history before the cursor is cut into spans at the checkpoints. From the latest span to the
 * earliest, it runs forward through the span and remembers the last stop; the first span that has one has the answer.
 * A stop at the very end of a span counts to that span, not to the next.
 */
final class ReverseSearch {
    private final Timeline timeline;

    ReverseSearch(Timeline timeline) {
        this.timeline = timeline;
    }

    Arrival lastStop(StopConditions stops, StopTest test, Cancellation cancellation) {
        long from = timeline.mark();
        Checkpoint origin = timeline.recorder().save();
        long end = from - 1;
        while (end > timeline.firstMark()) {
            Checkpoint base = timeline.checkpoints().floor(end - 1);
            Found found = lastIn(base, end, stops, test, cancellation, from);
            if (found == Found.CANCELLED) {
                timeline.recorder().restore(origin);
                return Arrival.cancelled(from, from);
            }
            if (found != Found.NOTHING) {
                timeline.seek(found.mark);
                return timeline.arrivedAt(from, found.stop);
            }
            end = base.mark();
        }
        timeline.seek(timeline.firstMark());
        return Arrival.atStart(from, timeline.mark());
    }

    private record Found(long mark, StopReason stop) {
        static final Found NOTHING = new Found(-1, null);
        static final Found CANCELLED = new Found(-2, null);
    }

    private Found lastIn(
            Checkpoint base, long end, StopConditions stops, StopTest test, Cancellation cancellation, long from) {
        Found last = Found.NOTHING;
        timeline.recorder().restore(base);
        while (timeline.mark() < end) {
            cancellation.progress(from - end, from - timeline.firstMark());
            if (cancellation.isCancelled()) {
                return Found.CANCELLED;
            }
            StopReason stop = timeline.slice(end, stops);
            if (stop != null && test.accepts(stop)) {
                last = new Found(timeline.mark(), stop);
            }
            if (stop != null && cannotGoOn(stop)) {
                break;
            }
        }
        return last;
    }

    private static boolean cannotGoOn(StopReason stop) {
        return stop.isFinal() || stop instanceof StopReason.WaitingForInput;
    }
}
