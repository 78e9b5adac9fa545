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
 * @param ended whether the guest was seen to end there
 * @param lanes who had the processor when: the kernel first, then a lane a task; of many, those that ran here come first
 * @param strips the processor's mode, its privilege, and where it pages the address space
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
        boolean ended,
        List<Lane> lanes,
        List<Strip> strips,
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

    /** A state of the processor: what it was when. */
    public record Strip(Subject subject, List<Part> parts) {
        /** Copies the list. */
        public Strip {
            parts = List.copyOf(parts);
        }
    }

    /** What a strip is about. */
    public enum Subject {
        /** The mode in which the processor reads code, or handles exceptions. */
        MODE,
        /** The ring of an x86 processor, 0 the most privileged. */
        RING,
        /** Whether the code of a Cortex-M processor is privileged. */
        PRIVILEGE,
        /** Which page tables are in use. */
        SPACE
    }

    /**
     * A stretch in one state.
     *
     * @param name the state in words
     * @param level a number of the state: rings count from 0, privileged is 0; by it states get their colours and patterns;
     *     {@link #MIXED} if there were too many changes to tell at this zoom
     * @param task the slot of the task whose colour the stretch has, or {@link #NO_TASK}
     */
    public record Part(long start, long end, String name, int level, int task) {
        /** The level of a stretch in which there were many changes. */
        public static final int MIXED = -1;
        /** The slot where no task and no kernel owns the state. */
        public static final int NO_TASK = -2;

        /** Whether there were too many changes to tell at this zoom. */
        public boolean isMixed() {
            return level == MIXED;
        }
    }

    /** Something that happened, with a short text. */
    public record Moment(long mark, String kind, String text) {}

    /** Copies the lists. */
    public TimelineView {
        lanes = List.copyOf(lanes);
        strips = List.copyOf(strips);
        events = List.copyOf(events);
    }

    /** How many instructions the window has. */
    public long span() {
        return to - from;
    }
}
