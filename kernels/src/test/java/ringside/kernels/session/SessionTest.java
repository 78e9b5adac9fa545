package ringside.kernels.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.cpu.BadInputException;
import ringside.cpu.history.Cancellation;
import ringside.cpu.image.ContentRange;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason.Halted;
import ringside.cpu.view.DisassemblyView;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.SourceView;
import ringside.kernels.view.StackView;
import ringside.kernels.view.SystemCallsView;
import ringside.kernels.view.TasksView;
import ringside.kernels.view.TasksView.State;

/** A session boots the bundled kernel and answers questions about it, at any instant. */
final class SessionTest {
    private static final long LIMIT = 100_000_000;

    private Session session;

    @BeforeEach
    void boot() {
        session = Session.open(ImageCatalog.open("mini-tock"));
    }

    private void next(String filter) {
        session.runToEvent(EventFilter.parse(filter), LIMIT, Cancellation.NEVER);
    }

    private static final List<String> OF_THE_OTHER_MACHINE =
            List.of("page-tables", "tlb", "descriptors", "screen", "page-walk:ADDRESS");

    private static final List<String> OF_ANOTHER_KERNEL = List.of("schemes", "files", "address-spaces", "interrupts");

    @Test
    void theKernelRunsToItsEndAndEveryProcessSpeaks() {
        assertEquals(
                new Halted(0),
                session.timeline().run(RunBudget.of(LIMIT), Cancellation.NEVER).stop());
        String text = session.console().text();
        assertTrue(text.contains("hello: line 5 of 5"), text);
        assertTrue(text.contains("counter: 1754 primes below 15000"), text);
        assertTrue(text.contains("process crasher faulted"), text);
        assertTrue(text.contains("all processes have ended"), text);
    }

    @Test
    void atTheFirstInstantTheKernelHasNoTasks() {
        assertTrue(session.kernel().tasks().tasks().isEmpty());
        assertThrows(UnreadableException.class, () -> session.kernel().scheduler());
        assertEquals("hal_cortexm::reset::reset_handler", function(session.source(session.programCounter())));
    }

    @Test
    void theTasksAreReadOutOfTheKernelsTable() {
        next("context-switch");
        TasksView tasks = session.kernel().tasks();
        assertEquals(3, tasks.tasks().size());
        TasksView.Task first = tasks.find(0).orElseThrow();
        assertEquals("hello", first.name());
        assertEquals(State.RUNNING, first.state());
        assertEquals("Running", first.kernelState());
        SchedulerView scheduler = session.kernel().scheduler();
        assertEquals("round robin", scheduler.policy());
        assertEquals(10_000, scheduler.sliceMicroseconds());
        assertEquals(0, scheduler.running());
        assertEquals("hello", scheduler.queue().get(0).name());
    }

    @Test
    void aSystemCallHasItsTaskItsWordsAndItsAnswer() {
        next("system-call:subscribe");
        next("system-return");
        SystemCallsView calls = session.systemCalls(1);
        SystemCallsView.Call call = calls.calls().get(0);
        assertEquals("hello", call.task());
        assertEquals("subscribe", call.name());
        assertTrue(call.arguments().startsWith("driver console, number 1, function "), call.arguments());
        assertEquals("success 0, 0", call.result());
        assertEquals(2, calls.leftOut());
    }

    @Test
    void backToAnEventIsWhereTheWayThereStopped() {
        next("system-call");
        long first = session.timeline().mark();
        String digest = session.timeline().machine().digest();
        next("process-fault");
        assertTrue(session.timeline().mark() > first);
        session.timeline().seek(first + 1);
        session.backToEvent(EventFilter.parse("system-call"), Cancellation.NEVER);
        assertEquals(first, session.timeline().mark());
        assertEquals(digest, session.timeline().machine().digest());
    }

    @Test
    void theMpuBelongsToTheProcessThatRuns() {
        next("mode-change");
        var map = session.kernel().memoryMap();
        assertTrue(map.regions().stream().allMatch(owner -> owner.owner().equals("hello")), map.toString());
        assertEquals("kernel", map.areaOf(0).orElseThrow().owner());
        JsonObject region = ViewJson.of(session.mpu())
                .getAsJsonObject()
                .getAsJsonArray("regions")
                .get(2)
                .getAsJsonObject();
        assertEquals("20000", region.get("base").getAsString());
        assertEquals(2048, region.get("size").getAsInt());
    }

    @Test
    void theStackLeadsBackToTheResetHandler() {
        next("system-call");
        var frames = session.stack().frames();
        assertEquals(
                "hal_cortexm::reset::reset_handler",
                frames.get(frames.size() - 1).function());
        assertTrue(frames.stream().anyMatch(frame -> frame.file().startsWith("mini-tock/kernel/src/")));
    }

    @Test
    void aProcessHasSourceOfItsOwn() {
        next("mode-change");
        next("exception-return");
        SourceView source = session.source(session.programCounter());
        assertEquals("hello", source.program());
    }

    @Test
    void everyViewCanBeReadAndWritten() {
        next("system-call:command");
        for (String name : ViewCatalog.names()) {
            String view =
                    name.replace("ADDRESS", "KERNEL").replace("LENGTH", "64").replace("COUNT", "4");
            if (OF_THE_OTHER_MACHINE.contains(name) || OF_ANOTHER_KERNEL.contains(name)) {
                UnreadableException why =
                        assertThrows(UnreadableException.class, () -> ViewCatalog.read(session, view), view);
                assertTrue(why.getMessage().contains(" has no "), why.getMessage());
            } else {
                assertTrue(ViewJson.of(ViewCatalog.read(session, view)).isJsonObject(), view);
            }
        }
    }

    @Test
    void whatDoesNotExistIsOneClearError() {
        assertThrows(BadInputException.class, () -> ViewCatalog.read(session, "weather"));
        assertThrows(BadInputException.class, () -> ViewCatalog.read(session, "memory:nowhere:4"));
        assertThrows(BadInputException.class, () -> ViewCatalog.read(session, "memory:0:-4"));
        assertThrows(BadInputException.class, () -> EventFilter.parse("no-such-event"));
    }

    @Test
    void anImageWithoutAnObserverSaysSo() {
        Session other = Session.open(ImageCatalog.ofBytes(
                "mine.elf", ImageCatalog.open("bench-cortexm").elf()));
        UnreadableException why = assertThrows(UnreadableException.class, other::kernel);
        assertTrue(why.getMessage().contains("mine.elf"));
    }

    private static String function(SourceView source) {
        return source.places().get(source.places().size() - 1).function();
    }

    @Test
    void constantsAmongTheInstructionsAreShownAsWords() {
        long at = session.debug().addressOf("interrupt_handler").orElseThrow();
        ContentRange range = session.debug().contentAt(at).orElseThrow();
        while (range.content() != ContentRange.Content.DATA) {
            range = session.debug().contentAt(range.end()).orElseThrow();
        }
        List<DisassemblyView.Line> lines =
                session.disassembly(range.start() - 2, 3).lines();
        assertEquals(range.start(), lines.get(1).address());
        assertEquals(".word", lines.get(1).mnemonic());
        assertEquals(
                session.memoryReader().unsigned(range.start(), 4),
                Long.decode(lines.get(1).operands()));
    }

    @Test
    void theStackOfAHandlerGoesOnInTheInterruptedProcess() {
        for (int i = 0; i < 12 && !goesOnInProcess(session.stack()); i++) {
            next("exception-entry");
        }
        assertTrue(goesOnInProcess(session.stack()), session.stack().toString());
    }

    private boolean goesOnInProcess(StackView stack) {
        return stack.frames().size() >= 3
                && stack.frames().get(1).interrupted()
                && stack.frames().get(1).file().contains("/apps/")
                && !stack.frames().get(2).function().isEmpty();
    }
}
