package ringside.app.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ringside.cpu.history.EventLog;
import ringside.cpu.history.HistoryBudget;
import ringside.cpu.history.Timeline;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.Event;
import ringside.kernels.session.EventStream;
import ringside.kernels.session.Session;
import ringside.pane.ViewRequest;
import ringside.pane.Words;
import ringside.pane.timeline.TimelineView;

/**
 * Reads a window of time: who had the processor when, in which mode, and what happened.
 *
 * <p>How it works: with few events in the window all are looked at; with many, the window is cut into as many places as
 * a screen has columns, and one event is looked at for each.
 */
final class TimelineReader {
    private static final int MOST_EVENTS = 3_000;
    private static final int COLUMNS = 600;
    private static final int MOST_MOMENTS = 400;
    private static final int KERNEL = -1;
    private static final Set<String> SHOWN = Set.of(
            "system-call",
            "context-switch",
            "exception-entry",
            "address-space-switch",
            "processor-mode",
            "interrupt-pend",
            "fault",
            "process-fault",
            "upcall",
            "mpu-configured",
            "deferred-call",
            "kernel-panic",
            "kernel-fault",
            "tbf-header",
            "sleep");

    private final Session session;
    private final StripReader strips;
    private final EventWords words;
    private final Map<Integer, String> everSeen = new TreeMap<>();
    private boolean everUnprivileged;
    private long lookedAt;

    TimelineReader(Session session) {
        this.session = session;
        words = EventWords.of(session);
        strips = new StripReader(session);
    }

    TimelineView read(ViewRequest request) {
        Timeline timeline = session.timeline();
        EventLog log = session.events().log();
        long span = Math.max(1, request.length());
        long mark = timeline.mark();
        long from = request.address() >= 0 ? request.address() : following(mark, span);
        long to = from + span;
        long end = Math.min(to, timeline.furthestMark());
        long first = log.indexAtMark(from);
        long last = log.indexAtMark(to);
        boolean sparse = last - first > MOST_EVENTS;
        List<Long> indices = indices(first, last, sparse, from, to);
        List<TimelineView.Moment> moments = moments(indices);
        List<Lanes.Mode> modes = modes(first, last, from, end, sparse);
        return new TimelineView(
                from,
                to,
                mark,
                timeline.firstMark(),
                timeline.furthestMark(),
                timeline.end().isPresent(),
                lanes(indices, first, from, end, modes),
                strips.read(first, last, from, Math.max(from, end), span),
                moments,
                sparse ? last - first - moments.size() : 0,
                timeline.checkpointBytes(),
                HistoryBudget.STANDARD.checkpointBytes());
    }

    /** Windows lie on a grid, so that the picture stands still while stepping. */
    private static long following(long mark, long span) {
        long grid = Math.max(1, span / 2);
        return Math.max(0, (mark - span * 3 / 10) / grid * grid);
    }

    private List<Long> indices(long first, long last, boolean sparse, long from, long to) {
        EventLog log = session.events().log();
        List<Long> indices = new ArrayList<>();
        if (!sparse) {
            for (long i = first; i < last; i++) {
                indices.add(i);
            }
            return indices;
        }
        long before = -1;
        for (int column = 0; column < COLUMNS; column++) {
            long index = log.indexAtMark(from + (to - from) * column / COLUMNS);
            if (index != before && index < last) {
                indices.add(index);
                before = index;
            }
        }
        return indices;
    }

    private List<TimelineView.Lane> lanes(List<Long> indices, long first, long from, long end, List<Lanes.Mode> modes) {
        EventStream events = session.events();
        Map<Integer, List<TimelineView.Stretch>> stretches = new TreeMap<>();
        int slot = first > events.log().firstIndex() ? events.taskAt(first - 1) : KERNEL;
        long since = from;
        for (long index : indices) {
            int now = events.taskAt(index);
            if (now != slot) {
                long at = events.log().mark(index);
                add(stretches, slot, since, at);
                slot = now;
                since = at;
            }
        }
        add(stretches, slot, since, end);
        Lanes.giveKernelItsShare(stretches, modes, everUnprivileged());
        nameTasks();
        everSeen.put(KERNEL, Words.of("timeline.kernel"));
        List<TimelineView.Lane> lanes = new ArrayList<>();
        everSeen.forEach((number, name) ->
                lanes.add(new TimelineView.Lane(name, number, stretches.getOrDefault(number, List.of()))));
        return Lanes.activeFirst(lanes);
    }

    /** Whether this kernel lets tasks run unprivileged at all: with one that does not, the mode says nothing. */
    private boolean everUnprivileged() {
        EventLog log = session.events().log();
        if (!everUnprivileged) {
            int kinds = CpuEventKind.MODE_CHANGE.bit() | CpuEventKind.PROCESSOR_MODE.bit();
            everUnprivileged = log.next(Math.max(log.firstIndex(), Math.min(lookedAt, log.size())), kinds) >= 0;
            lookedAt = log.size();
        }
        return everUnprivileged;
    }

    /** Gives every task that the kernel knows a lane, also those that have not run yet. */
    private void nameTasks() {
        if (session.hasObserver()) {
            try {
                session.kernel().tasks().tasks().forEach(task -> everSeen.put(task.index(), task.name()));
            } catch (UnreadableException notYet) {
                // before the kernel has its table, the lanes are those of tasks that have run
                return;
            }
        }
    }

    private void add(Map<Integer, List<TimelineView.Stretch>> stretches, int slot, long start, long end) {
        if (end > start) {
            everSeen.computeIfAbsent(slot, number -> session.events().nameOf(number));
            stretches.computeIfAbsent(slot, number -> new ArrayList<>()).add(new TimelineView.Stretch(start, end));
        }
    }

    private List<Lanes.Mode> modes(long first, long last, long from, long end, boolean sparse) {
        EventLog log = session.events().log();
        ModeTracker mode = ModeTracker.at(session, first);
        List<Lanes.Mode> stretches = new ArrayList<>();
        long since = from;
        long smallest = sparse ? Math.max(1, (end - from) / COLUMNS) : 1;
        for (long i = log.next(first, mode.kinds()); i >= 0 && i < last; i = log.next(i + 1, mode.kinds())) {
            boolean privileged = mode.isPrivileged();
            mode.follow(log, i);
            long at = log.mark(i);
            if (privileged != mode.isPrivileged() && at - since >= smallest) {
                stretches.add(new Lanes.Mode(since, at, privileged));
                since = at;
            }
            if (stretches.size() > MOST_EVENTS) {
                break;
            }
        }
        if (end > since) {
            stretches.add(new Lanes.Mode(since, end, mode.isPrivileged()));
        }
        return stretches;
    }

    private List<TimelineView.Moment> moments(List<Long> indices) {
        List<TimelineView.Moment> moments = new ArrayList<>();
        for (long index : indices) {
            Event event = session.events().event(index).orElse(null);
            if (event != null && isShown(event) && moments.size() < MOST_MOMENTS) {
                moments.add(new TimelineView.Moment(event.mark(), event.kind(), words.brief(event)));
            }
        }
        return moments;
    }

    /** A change of the ring alone is shown by its strip, and comes with what caused it. */
    private static boolean isShown(Event event) {
        boolean ringOnly = event.kind().equals("processor-mode")
                && event.detail().get("mode").equals(event.detail().get("modeBefore"));
        return SHOWN.contains(event.kind()) && !ringOnly;
    }
}
