package ringside.app.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.cpu.armv7m.exception.NvicView;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.EventLog;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.view.RegistersView;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.EventFilter;
import ringside.kernels.session.Session;
import ringside.pane.NumberText;
import ringside.pane.ViewRequest;
import ringside.pane.timeline.TimelineView;
import ringside.pane.timeline.TimelineView.Part;
import ringside.pane.timeline.TimelineView.Strip;
import ringside.pane.timeline.TimelineView.Subject;

/** The strips say of every instant what the registers say there. */
class StripReaderTest {
    private static TimelineView view(Session session, long from, long span) {
        return new TimelineReader(session).read(ViewRequest.range(TimelineView.class, "", from, span));
    }

    private static Strip strip(TimelineView view, Subject subject) {
        return view.strips().stream()
                .filter(strip -> strip.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Strip strip) {
        return strip.parts().stream().map(Part::name).toList();
    }

    private static Part at(Strip strip, long mark) {
        return strip.parts().stream()
                .filter(part -> part.start() <= mark && mark < part.end())
                .findFirst()
                .orElseThrow();
    }

    /** The mark of the first event of a kind with that argument. */
    private static long mark(Session session, CpuEventKind kind, int argument, long value) {
        EventLog log = session.events().log();
        for (long i = log.next(0, kind.bit()); i >= 0; i = log.next(i + 1, kind.bit())) {
            if (log.argument(i, argument) == value) {
                return log.mark(i);
            }
        }
        throw new AssertionError("no such " + kind);
    }

    @Test
    void aPcGoesFromRealModeThroughProtectedModeTo64Bits() {
        Session session = Session.open(ImageCatalog.open("pc-test"));
        session.timeline().seek(20_000);
        assertEquals(
                List.of("real", "protected, 16-bit", "protected, 32-bit"),
                names(strip(view(session, 0, 20), Subject.MODE)));
        long compatibility = mark(session, CpuEventKind.PROCESSOR_MODE, 1, 3);
        assertEquals(
                List.of("protected, 32-bit", "compatibility", "64-bit"),
                names(strip(view(session, compatibility - 10, 20), Subject.MODE)));
        long switched = mark(session, CpuEventKind.ADDRESS_SPACE_SWITCH, 0, 0);
        Strip space = strip(view(session, switched - 10, 20), Subject.SPACE);
        assertEquals(List.of("0000_1000"), names(space), "there is none before CR3 is written");
        assertEquals(switched + 1, space.parts().get(0).start());
    }

    @Test
    void theStripsOfAPcAgreeWithItsRegistersAtEveryInstant() {
        Session session = Session.open(ImageCatalog.open("pc-test"));
        session.runToEvent(EventFilter.parse("processor-mode:3"), 1_000_000, Cancellation.NEVER);
        session.timeline().seek(session.timeline().mark() + 300);
        long from = mark(session, CpuEventKind.PROCESSOR_MODE, 3, 3) - 20;
        TimelineView view = view(session, from, 200);
        for (long mark = from; mark < from + 200; mark++) {
            session.timeline().seek(mark);
            RegistersView registers = session.registers();
            String words = at(strip(view, Subject.MODE), mark).name() + " mode, "
                    + at(strip(view, Subject.RING), mark).name();
            assertEquals(registers.mode(), words, "at " + mark);
            long root = registers.find("cr3").orElseThrow().value();
            assertEquals(
                    NumberText.address(root),
                    at(strip(view, Subject.SPACE), mark).name());
        }
        assertTrue(names(strip(view, Subject.RING)).contains("ring 3"));
    }

    @Test
    void theStripsOfACortexMAgreeWithItsRegistersAtEveryInstant() {
        Session session = Session.open(ImageCatalog.open("mini-tock"));
        session.runToEvent(EventFilter.parse("mode-change"), 1_000_000, Cancellation.NEVER);
        long from = session.timeline().mark() - 500;
        session.timeline().seek(from + 1_000);
        TimelineView view = view(session, from, 1_000);
        int handlers = 0;
        for (long mark = from; mark < from + 1_000; mark++) {
            session.timeline().seek(mark);
            NvicView nvic = session.nvic();
            boolean handler = nvic.current() != 0;
            handlers += handler ? 1 : 0;
            assertEquals(
                    handler ? "Handler" : "Thread",
                    at(strip(view, Subject.MODE), mark).name(),
                    "at " + mark);
            assertEquals(
                    session.registers().privileged() ? "privileged" : "unprivileged",
                    at(strip(view, Subject.PRIVILEGE), mark).name(),
                    "at " + mark);
        }
        assertTrue(handlers > 0);
        assertTrue(view.strips().stream().noneMatch(strip -> strip.subject() == Subject.SPACE));
    }

    @Test
    void aGuestThatWasSeenToEndHasEndedAlsoWhenOneGoesBack() {
        Session session = Session.open(ImageCatalog.open("pc-test"));
        session.timeline().seek(100_000);
        assertFalse(view(session, -1, 20_000).ended());
        session.timeline().seek(10_000_000);
        assertTrue(view(session, -1, 20_000).ended());
        session.timeline().seek(50_000);
        assertTrue(view(session, -1, 200_000).ended());
    }
}
