package ringside.redox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.trace.Event;
import ringside.events.EventOrder;
import ringside.kernels.view.InterruptsView;
import ringside.kernels.view.TasksView.State;

/** The moment R5: an interrupt of the serial port goes to its driver, which is a process. */
final class InterruptMomentTest {
    private static final int LINE = 4;
    private static final int VECTOR = 32 + LINE;

    private static Observed observed;
    private static Event raised;
    private static Event masked;
    private static Event counted;
    private static Event posted;
    private static Event woken;
    private static Event readQueue;
    private static Event gotRecord;
    private static Event acknowledged;
    private static Event unmasked;

    @BeforeAll
    static void boot() {
        observed = Observed.lines("echo hello");
        EventOrder order = observed.order();
        raised = order.then("exception-entry", null, "number", VECTOR);
        masked = order.then("irq-mask", null, "line", LINE);
        counted = order.then("irq", null, "line", LINE);
        posted = order.then("event-post", null, "flags", "read");
        woken = order.then("unblock", "seriald", "reason", "Event");
        order.then("context-switch", "seriald");
        gotRecord = order.then("system-return", "seriald", "call", "read", "result", 24);
        order.then("system-call", "seriald", "call", "read", "length", 8);
        order.then("system-return", "seriald", "call", "read", "result", 8);
        acknowledged = order.then("system-call", "seriald", "call", "write", "length", 8);
        unmasked = order.then("irq-unmask", null, "line", LINE);
        readQueue = last("system-call", "seriald", woken, "call", "read", "length", 24);
    }

    private static Event last(String kind, String task, Event before, Object... detail) {
        return observed.allEvents().stream()
                .filter(event -> event.mark() < before.mark() && EventOrder.matches(event, kind, task, detail))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static InterruptsView.Line line() {
        return observed.session().kernel().interrupts().lines().get(LINE);
    }

    private static InterruptsView.Line lineAt(Event event) {
        observed.before(event);
        return line();
    }

    private static long bit(String register) {
        return observed.deviceRegister("pic", register) >> LINE & 1;
    }

    /** The bit of the line in the 8259's IMR: open, closed by the kernel, opened by the driver's write. */
    @Test
    void theLineIsClosedUntilTheDriverHasServedIt() {
        observed.before(raised);
        assertEquals(0, bit("IMR"));
        assertFalse(line().masked());
        observed.after(masked);
        assertEquals(1, bit("IMR"));
        assertTrue(line().masked());
        observed.before(acknowledged);
        assertEquals(1, bit("IMR"));
        assertEquals(0, bit("ISR"), "the kernel has told the end of the interrupt");
        observed.after(unmasked);
        assertEquals(0, bit("IMR"));
        assertFalse(line().masked());
    }

    /** The count goes up with the interrupt; what the driver writes back is what it has seen. */
    @Test
    void theCountIsWhatTheDriverReadsAndWritesBack() {
        long before = lineAt(raised).count();
        observed.after(counted);
        long after = line().count();
        assertEquals(before + 1, after);
        assertEquals(counted.detail().get("count"), after);
        assertEquals(1, line().handles().size());
        assertEquals("seriald", line().handles().get(0).name());
        assertEquals(before, line().handles().get(0).acknowledged());
        observed.after(acknowledged);
        MemoryReader memory = observed.session().memoryReader();
        assertEquals(
                after,
                memory.unsigned(Long.parseLong((String) acknowledged.detail().get("buffer"), 16), 8));
        observed.after(unmasked);
        assertEquals(after, line().handles().get(0).acknowledged());
    }

    /** The event record, and the queue as the one place where the driver waits. */
    @Test
    void theDriverWaitsForItsEventQueueOnly() {
        observed.before(raised);
        assertEquals(State.WAITING, observed.task("seriald").state());
        assertEquals(
                "waits for an event on queue 1 (requests for serial, irq)",
                observed.task("seriald").reason());
        observed.after(woken);
        assertEquals(State.READY, observed.task("seriald").state());
        observed.after(gotRecord);
        long record = Long.parseLong((String) readQueue.detail().get("buffer"), 16);
        MemoryReader memory = observed.session().memoryReader();
        assertEquals(posted.detail().get("file"), memory.unsigned(record, 8));
        assertEquals(1, memory.unsigned(record + 8, 8), "EVENT_READ");
    }

    /** Between the closing and the opening of the line no interrupt of it is taken, and there are more to come. */
    @Test
    void noFurtherInterruptOfTheLineIsTakenMeanwhile() {
        assertEquals(0, Observed.count(observed.between(masked, unmasked), "exception-entry", null, "number", VECTOR));
        long taken = Observed.count(observed.events(), "exception-entry", null, "number", VECTOR);
        assertTrue(taken > 5, taken + " interrupts");
        assertEquals(taken, Observed.count(observed.events(), "irq-mask", null, "line", LINE));
        assertEquals(taken, Observed.count(observed.events(), "irq", null, "line", LINE));
        assertEquals(taken, Observed.count(observed.events(), "irq-unmask", null, "line", LINE));
        assertEquals("hello\n", observed.text());
    }
}
