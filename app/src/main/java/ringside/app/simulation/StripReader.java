package ringside.app.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ringside.cpu.history.EventLog;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.x86.processor.X86Processor;
import ringside.kernels.session.EventStream;
import ringside.kernels.session.Session;
import ringside.pane.NumberText;
import ringside.pane.timeline.TimelineView.Part;
import ringside.pane.timeline.TimelineView.Strip;
import ringside.pane.timeline.TimelineView.Subject;

/** Reads the strips of a window of time: mode, privilege, and on a processor that pages the page tables in use. */
final class StripReader {
    private static final int COLUMNS = 1200;
    private static final int SWITCHES = CpuEventKind.ADDRESS_SPACE_SWITCH.bit();
    private static final long ROOT = 0x000F_FFFF_FFFF_F000L;

    private final Session session;
    private final Map<Long, Integer> numbers = new TreeMap<>();

    StripReader(Session session) {
        this.session = session;
    }

    /**
     * Reads the strips.
     *
     * @param first the index of the first event in the window
     * @param last the index after its last
     * @param from the first instant
     * @param end the instant after the last that is known
     * @param span how many instants the window has
     */
    List<Strip> read(long first, long last, long from, long end, long span) {
        long smallest = Math.max(1, span / COLUMNS);
        List<Strip> strips = new ArrayList<>(modes(first, last, from, end, smallest));
        if (session.timeline().machine().processor() instanceof X86Processor processor) {
            strips.add(spaces(processor, first, last, from, end, smallest));
        }
        return strips;
    }

    private List<Strip> modes(long first, long last, long from, long end, long smallest) {
        EventLog log = session.events().log();
        ModeTracker tracker = ModeTracker.at(session, first);
        StripBuilder mode = new StripBuilder(Subject.MODE, smallest);
        StripBuilder privilege = new StripBuilder(tracker.privilegeSubject(), smallest);
        add(mode, privilege, from, tracker);
        for (long i = log.next(first, tracker.kinds()); i >= 0 && i < last; i = log.next(i + 1, tracker.kinds())) {
            tracker.follow(log, i);
            add(mode, privilege, Math.min(end, tracker.effect(log, i)), tracker);
        }
        return List.of(mode.end(end), privilege.end(end));
    }

    private static void add(StripBuilder mode, StripBuilder privilege, long mark, ModeTracker tracker) {
        mode.change(mark, tracker.modeName(), tracker.mode(), Part.NO_TASK);
        privilege.change(mark, tracker.privilegeName(), tracker.privilege(), Part.NO_TASK);
    }

    private Strip spaces(X86Processor processor, long first, long last, long from, long end, long smallest) {
        EventLog log = session.events().log();
        StripBuilder space = new StripBuilder(Subject.SPACE, smallest);
        add(space, from, rootBefore(processor, first), first);
        for (long i = log.next(first, SWITCHES); i >= 0 && i < last; i = log.next(i + 1, SWITCHES)) {
            add(space, Math.min(end, log.mark(i) + 1), log.argument(i, 1), i);
        }
        return space.end(end);
    }

    private long rootBefore(X86Processor processor, long index) {
        EventLog log = session.events().log();
        long previous = log.previous(index, SWITCHES);
        if (previous >= 0) {
            return log.argument(previous, 1);
        }
        long next = log.next(index, SWITCHES);
        return next >= 0 ? log.argument(next, 0) : processor.system().cr3;
    }

    /** CR3 is 0 before it was ever written: then there are no page tables. */
    private void add(StripBuilder space, long mark, long cr3, long index) {
        long root = cr3 & ROOT;
        if (root == 0) {
            space.change(mark, "", 0, Part.NO_TASK);
            return;
        }
        int number = numbers.computeIfAbsent(root, key -> numbers.size());
        Optional<EventStream.SpaceOwner> owner = session.events().spaceOwner(root, index);
        space.change(
                mark,
                owner.map(EventStream.SpaceOwner::name).orElseGet(() -> NumberText.address(root)),
                number,
                owner.map(EventStream.SpaceOwner::task).orElse(Part.NO_TASK));
    }
}
