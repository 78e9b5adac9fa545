package ringside.cpu.history;

import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;

/**
 * Goes to events: backwards by looking them up in the log, forwards by running with a stop at their kinds.
 *
 * <p>Where the log has let its oldest events go, the search backwards runs the machine again instead.
 */
final class EventSearch {
    private final Timeline timeline;
    private final EventLog log;

    EventSearch(Timeline timeline) {
        this.timeline = timeline;
        log = timeline.events();
    }

    Arrival back(int kindMask, EventTest test, Cancellation cancellation) {
        long from = timeline.mark();
        long index = timeline.eventCount();
        while ((index = log.previous(index, kindMask)) >= 0) {
            if (test.accepts(log, index) && log.mark(index) <= from) {
                Arrival arrival = seekJustAfter(index, from, cancellation);
                if (arrival.mark() < from || arrival.cause() == Arrival.Cause.CANCELLED) {
                    return arrival;
                }
            }
        }
        if (log.firstIndex() > 0) {
            timeline.seek(Math.min(from, log.completeFrom()), cancellation);
            Arrival older = timeline.runBack(StopConditions.events(kindMask), cancellation);
            return new Arrival(from, older.mark(), older.cause(), older.stop());
        }
        timeline.seek(timeline.firstMark(), cancellation);
        return Arrival.atStart(from, timeline.mark());
    }

    /** Goes to the first mark whose past includes the event. */
    private Arrival seekJustAfter(long index, long from, Cancellation cancellation) {
        Arrival arrival = timeline.seek(log.mark(index), cancellation);
        if (arrival.cause() == Arrival.Cause.CANCELLED) {
            return arrival;
        }
        while (timeline.eventCount() <= index && timeline.mark() < from) {
            timeline.seek(timeline.mark() + 1);
        }
        return timeline.arrivedAt(from, new StopReason.EventSeen(log.kind(index)));
    }

    Arrival forward(int kindMask, EventTest test, long limit, Cancellation cancellation) {
        long from = timeline.mark();
        long seen = timeline.eventCount();
        Arrival arrival;
        do {
            long left = limit - (timeline.mark() - from);
            arrival = timeline.run(new RunBudget(left, StopConditions.events(kindMask)), cancellation);
            while ((seen = log.next(seen, kindMask)) >= 0 && seen < timeline.eventCount()) {
                if (test.accepts(log, seen)) {
                    return timeline.arrivedAt(from, new StopReason.EventSeen(log.kind(seen)));
                }
                seen++;
            }
            seen = timeline.eventCount();
        } while (arrival.stop() instanceof StopReason.EventSeen);
        return new Arrival(from, arrival.mark(), arrival.cause(), arrival.stop());
    }
}
