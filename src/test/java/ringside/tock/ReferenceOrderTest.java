package ringside.tock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ringside.cpu.history.Cancellation;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.trace.Event;
import ringside.events.EventOrder;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.TasksView;
import ringside.kernels.view.TasksView.State;

/** The orders O-K1, O-K2 (policy Stop) and O-K3, out of the event stream of one boot of mini-tock. */
final class ReferenceOrderTest {
    private static final int UART0_TRANSMIT = 1;
    private static final int SYSTICK = 15;
    private static final int HARD_FAULT = 3;
    private static final int SUPERVISOR_CALL = 11;

    private static Session session;
    private static List<Event> events;

    @BeforeAll
    static void boot() {
        session = Session.open(ImageCatalog.open("mini-tock"));
        session.timeline().run(RunBudget.of(100_000_000), Cancellation.NEVER);
        events = new ArrayList<>();
        session.events().read(0, session.events().size(), (index, event) -> events.add(event));
    }

    private static EventOrder order() {
        return new EventOrder(events);
    }

    /** O-K1: allow, first use of the grant, subscribe, command, yield, top half, bottom half, upcall. */
    @Test
    void aProcessPrintsWithoutBlockingTheKernel() {
        EventOrder order = order();
        order.then("exception-entry", "hello", "number", SUPERVISOR_CALL, "fromPrivileged", false);
        order.then("system-call", "hello", "class", "allow-read-only", "driver", "console", "number", 1);
        order.then("grant", "hello", "driver", "console");
        order.then("system-return", "hello", "success", true, "first", "0", "second", "0");
        order.then("system-call", "hello", "class", "subscribe", "driver", "console", "number", 1);
        order.then("system-return", "hello", "success", true, "first", "0", "second", "0");
        Event command = order.then("system-call", "hello", "class", "command", "driver", "console", "number", 1);
        Event start = order.then("console-write", "hello", "stage", "start");
        assertEquals(
                Long.parseLong((String) command.detail().get("argument"), 16),
                start.detail().get("length"));
        order.then("system-return", "hello", "success", true);
        Event yield = order.then("system-call", "hello", "class", "yield", "kind", "wait");
        order.then("block", "hello", "from", "Running", "to", "Yielded");
        order.then("interrupt-pend", null, "number", 16 + UART0_TRANSMIT);
        order.then("exception-entry", null, "number", 16 + UART0_TRANSMIT);
        order.then("top-half", null, "interrupt", UART0_TRANSMIT);
        order.then("exception-return", null, "number", 16 + UART0_TRANSMIT);
        order.then("bottom-half", null, "interrupt", UART0_TRANSMIT);
        order.then("console-write", "hello", "stage", "done");
        order.then("upcall", "hello", "stage", "scheduled", "driver", "console", "number", 1, "queued", 1);
        order.then("unblock", "hello", "from", "Yielded", "to", "Running");
        Event upcall = order.then("upcall", "hello", "stage", "delivered", "driver", "console", "number", 1);
        order.then("context-switch", "hello", "to", "hello");
        Event entered = order.then("exception-return", "hello", "number", SUPERVISOR_CALL);
        long function = Long.parseLong((String) upcall.detail().get("function"), 16) & ~1L;
        assertEquals(function, Long.parseLong((String) entered.detail().get("address"), 16));
        assertReturnsBehind(yield, entered.mark());
    }

    /** The upcall's function returns to the instruction after the yield. */
    private static void assertReturnsBehind(Event yield, long entered) {
        long call = events.stream()
                .filter(event -> event.mark() < yield.mark()
                        && EventOrder.matches(
                                event, "exception-entry", "hello", "number", SUPERVISOR_CALL, "fromPrivileged", false))
                .reduce((first, second) -> second)
                .map(event -> Long.parseLong((String) event.detail().get("returnAddress"), 16))
                .orElseThrow();
        session.timeline().seek(entered);
        for (int i = 0; i < 200 && session.programCounter() != call; i++) {
            session.timeline().step();
        }
        assertEquals(call, session.programCounter());
    }

    /** O-K1: with nobody else to run, the kernel sleeps between the yield and the top half. */
    @Test
    void theKernelSleepsWhenNobodyIsReady() {
        long alone = events.stream()
                .filter(event -> EventOrder.matches(event, "process-fault", "crasher"))
                .findFirst()
                .orElseThrow()
                .mark();
        EventOrder order = order().from(alone);
        order.then("system-call", "hello", "class", "command", "driver", "console", "number", 1);
        order.then("system-call", "hello", "class", "yield");
        order.then("block", "hello");
        order.thenWithout(event -> event.kind().equals("upcall"), "sleep", null);
        order.then("wake", null);
        order.then("top-half", null, "interrupt", UART0_TRANSMIT);
        order.then("bottom-half", null, "interrupt", UART0_TRANSMIT);
        order.then("upcall", "hello", "stage", "scheduled", "driver", "console");
    }

    /** O-K2 with policy Stop: fault, HardFault, back on MSP, the record, Terminated, then Faulted; the others go on. */
    @Test
    void aProcessThatTouchesAnothersMemoryIsStopped() {
        EventOrder order = order();
        Event fault = order.then("fault", "crasher");
        assertEquals("20010400", fault.detail().get("address"));
        order.then("exception-entry", "crasher", "number", HARD_FAULT, "fromPrivileged", false);
        order.then("exception-return", "crasher", "number", HARD_FAULT, "excReturn", "fffffff9");
        order.then("context-switch", "crasher", "from", "crasher", "to", "kernel", "reason", "fault");
        Event record = order.then("process-fault", "crasher");
        assertEquals("82", record.detail().get("cfsr"));
        assertEquals("40000000", record.detail().get("hfsr"));
        assertEquals("20010400", record.detail().get("mmfar"));
        order.then("process-state", "crasher", "to", "Terminated");
        order.then("process-state", "crasher", "from", "Terminated", "to", "Faulted");
        order.then("system-call", "hello");
        assertFalse(events.stream()
                .anyMatch(event -> event.mark() > record.mark()
                        && EventOrder.matches(event, "context-switch", "crasher", "to", "crasher")));
        session.timeline().seek(session.timeline().furthestMark());
        TasksView.Task crasher = session.kernel().tasks().find(2).orElseThrow();
        assertEquals(State.FAULTED, crasher.state());
    }

    /** O-K3: the slice runs out: SysTick, expired, to the back of the list, another process's turn. */
    @Test
    void aTimesliceExpires() {
        EventOrder order = order();
        Event expired = events.stream()
                .filter(event -> EventOrder.matches(event, "timeslice", "counter", "outcome", "expired"))
                .findFirst()
                .orElseThrow();
        Event turn = lastBefore(expired, "turn-start", "counter");
        order.from(turn.mark()).then("context-switch", "counter", "to", "counter");
        order.then("exception-entry", "counter", "number", SYSTICK, "fromPrivileged", false);
        order.then("context-switch", "counter", "from", "counter", "reason", "interrupted");
        order.then("timeslice", "counter", "outcome", "expired");
        session.timeline().seek(expired.mark());
        assertEquals("counter", namesInQueue().get(0));
        long nextTurn = order.then("turn-start", null).mark();
        while (!namesInQueue().get(2).equals("counter") && session.timeline().mark() < nextTurn) {
            session.timeline().step();
        }
        assertEquals("counter", namesInQueue().get(2));
    }

    private static List<String> namesInQueue() {
        return session.kernel().scheduler().queue().stream()
                .map(SchedulerView.Entry::name)
                .toList();
    }

    /** O-K3: an interrupt comes first: the same process goes on with what is left of its slice, after the bottom half. */
    @Test
    void anInterruptedSliceIsResumedWithTheRest() {
        Event preempted = events.stream()
                .filter(event -> EventOrder.matches(event, "timeslice", "counter", "outcome", "preempted"))
                .findFirst()
                .orElseThrow();
        Object left = preempted.detail().get("remainingMicroseconds");
        EventOrder order = order().from(preempted.mark());
        order.then("timeslice", "counter", "outcome", "preempted");
        order.then("bottom-half", null);
        Event resumed = order.thenWithout(
                event -> event.kind().equals("turn-start") && !"counter".equals(event.task()), "turn-start", "counter");
        assertEquals(left, resumed.detail().get("sliceMicroseconds"));
    }

    /** O-K3: a full slice is 10 ms, and none goes on with 500 microseconds or less. */
    @Test
    void slicesAreTenMillisecondsAndShortRestsAreGivenUp() {
        List<Long> slices = new ArrayList<>();
        for (Event event : events) {
            if (event.kind().equals("turn-start")) {
                slices.add((Long) event.detail().get("sliceMicroseconds"));
            }
        }
        assertTrue(slices.contains(10_000L));
        assertTrue(slices.stream().allMatch(slice -> slice > 500 && slice <= 10_000), slices.toString());
    }

    /** O-K3: the slice timer interrupts processes only, never the kernel's own work. */
    @Test
    void theSliceTimerIsArmedOnlyWhileAProcessRuns() {
        List<Event> ticks = events.stream()
                .filter(event -> EventOrder.matches(event, "exception-entry", null, "number", SYSTICK))
                .toList();
        assertFalse(ticks.isEmpty());
        assertTrue(
                ticks.stream()
                        .allMatch(event -> event.detail().get("fromPrivileged").equals(false)),
                ticks.toString());
    }

    private static Event lastBefore(Event limit, String kind, String task) {
        return events.stream()
                .filter(event -> event.mark() < limit.mark() && EventOrder.matches(event, kind, task))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
