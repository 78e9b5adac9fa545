package ringside.pane.timeline;

import java.util.List;

/**
 * A window of time.
 *
 * @param from its first instant
 * @param to the instant after its last
 * @param mark the instant on show
 * @param reach the earliest instant that history reaches back to
 * @param frontier the furthest instant that was ever reached; nothing is known beyond
 * @param lanes who had the processor when: the kernel first, then a lane a task
 * @param modes the processor's mode
 * @param events the events in the window; thinned out if there are very many
 * @param hiddenEvents how many events of the window are not in the list
 * @param historyBytes what history takes in memory
 * @param historyLimit what history may take in memory
 */
public record TimelineView(
        long from,
        long to,
        long mark,
        long reach,
        long frontier,
        List<Lane> lanes,
        List<ModeStretch> modes,
        List<Moment> events,
        long hiddenEvents,
        long historyBytes,
        long historyLimit) {

    /** One lane: a task's slot, or -1 for the kernel, and when it had the processor. */
    public record Lane(String name, int slot, List<Stretch> stretches) {
        /** Copies the list. */
        public Lane {
            stretches = List.copyOf(stretches);
        }
    }

    /** From an instant (inclusive) to an instant (exclusive). */
    public record Stretch(long start, long end) {}

    /** A stretch in one mode. */
    public record ModeStretch(long start, long end, boolean privileged, boolean handler) {}

    /** Something that happened, with a short text. */
    public record Moment(long mark, String kind, String text) {}

    /** Copies the lists. */
    public TimelineView {
        lanes = List.copyOf(lanes);
        modes = List.copyOf(modes);
        events = List.copyOf(events);
    }

    /** How many instructions the window has. */
    public long span() {
        return to - from;
    }
}
