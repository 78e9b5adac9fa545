package ringside.app.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.cpu.history.Cancellation;
import ringside.cpu.view.RegistersView;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.EventFilter;
import ringside.kernels.session.Session;
import ringside.kernels.view.TasksView;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.disassembly.CodeView;
import ringside.pane.source.SourcePage;
import ringside.pane.timeline.TimelineView;

/** What panes are given is read out of the machine, and the same however one came to the instant. */
class ViewReaderTest {
    private static final Set<ViewRequest> REQUESTS = Set.of(
            ViewRequest.of(RegistersView.class),
            ViewRequest.range(CodeView.class, "", -1, 100),
            ViewRequest.named(SourcePage.class, ""),
            ViewRequest.range(TimelineView.class, "", -1, 20_000),
            ViewRequest.of(TasksView.class));

    private final Session session = Session.open(ImageCatalog.open("mini-tock"));
    private final ViewReader reader = new ViewReader(session, new HashSet<>());

    @Test
    void readingLeavesTheMachineWhereItIs() {
        session.timeline().seek(15_000);
        String digest = session.timeline().machine().digest();
        reader.readWithBefore(REQUESTS);
        assertEquals(15_000, session.timeline().mark());
        assertEquals(digest, session.timeline().machine().digest());
    }

    @Test
    void theViewsOfAnInstantDoNotDependOnTheWayThere() {
        session.timeline().seek(30_000);
        session.timeline().seek(15_000);
        Views back = reader.readWithBefore(REQUESTS);
        session.timeline().seek(14_990);
        for (int i = 0; i < 10; i++) {
            session.timeline().step();
        }
        Views forth = reader.readWithBefore(REQUESTS);
        assertEquals(back.now(RegistersView.class), forth.now(RegistersView.class));
        assertEquals(back.before(RegistersView.class), forth.before(RegistersView.class));
        assertEquals(back.now(CodeView.class), forth.now(CodeView.class));
        assertEquals(
                back.now(TimelineView.class).map(TimelineView::lanes),
                forth.now(TimelineView.class).map(TimelineView::lanes));
    }

    @Test
    void codeAndSourceFollowTheProgramCounter() {
        session.runToEvent(EventFilter.parse("mpu-configured"), 10_000_000, Cancellation.NEVER);
        Views views = reader.readWithBefore(REQUESTS);
        CodeView code = views.now(CodeView.class).orElseThrow();
        assertEquals(session.programCounter(), code.programCounter());
        assertTrue(code.rows().stream().anyMatch(row -> row.address() == code.programCounter()));
        assertTrue(code.lastExecuted() > 0);
        SourcePage source = views.now(SourcePage.class).orElseThrow();
        assertTrue(source.file().endsWith(".rs"), source.file());
        assertTrue(source.nextLine() > 0);
    }

    @Test
    void theTimelineHasALaneForTheKernelAndForEachTask() {
        session.runToEvent(EventFilter.parse("process-fault"), 10_000_000, Cancellation.NEVER);
        TimelineView timeline = reader.read(REQUESTS).now(TimelineView.class).orElseThrow();
        TasksView tasks = session.kernel().tasks();
        assertEquals(1 + tasks.tasks().size(), timeline.lanes().size());
        assertEquals("kernel", timeline.lanes().get(0).name());
        assertFalse(timeline.events().isEmpty());
        long covered = timeline.lanes().stream()
                .flatMap(lane -> lane.stretches().stream())
                .mapToLong(stretch -> stretch.end() - stretch.start())
                .sum();
        assertEquals(Math.min(timeline.to(), timeline.frontier()) - timeline.from(), covered, "somebody always runs");
    }
}
