package ringside.redox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ringside.cpu.trace.Event;
import ringside.events.EventOrder;
import ringside.kernels.session.Session;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Loan;
import ringside.kernels.view.IpcView.Message;

/** The orders O-R1, O-R2 and O-R3, out of the event stream of one boot of mini-redox. */
final class RedoxOrderTest {
    private static final String COPIED = "/scheme/initfs/bin/nulld";
    private static final int BUFFER = 6000;
    private static final long SERIAL_LINE = 4;

    private static Session session;
    private static List<Event> events;
    private static long typed;
    private static long crashed;

    @BeforeAll
    static void boot() {
        Terminal terminal = Terminal.booted();
        session = terminal.session();
        typed = session.timeline().mark();
        terminal.line("run file-copy " + COPIED + " /scheme/ramfs/copy");
        crashed = session.timeline().mark();
        terminal.line("run crasher daemon-null");
        events = new ArrayList<>();
        session.events().read(0, session.events().size(), (index, event) -> events.add(event));
    }

    private static EventOrder from(long mark) {
        return new EventOrder(events).from(mark);
    }

    /** The first read of {@code file-copy}: 6,000 bytes, from 1,000 bytes into a page on. */
    private static Message read() {
        return session.ipc(10_000).messages().stream()
                .filter(message -> message.clientName().equals("file-copy")
                        && message.operation().equals("Read"))
                .findFirst()
                .orElseThrow();
    }

    /** O-R1: lend, block, message, switch, answer, switch back, copy, take back, return. */
    @Test
    void aReadCrossesTwoAddressSpacesAndComesBack() {
        EventOrder order = from(typed);
        Event call = order.then("system-call", "file-copy", "call", "read", "length", BUFFER);
        order.then("lend", null, "scheme", "initfs", "bytes", BUFFER, "headBytes", 3096, "tailBytes", 2904);
        order.then("block", "file-copy", "reason", "SchemeCall", "scheme", "initfs");
        Event sent =
                order.then("message-send", "file-copy", "scheme", "initfs", "operation", "Read", "server", "bootstrap");
        order.then("unblock", "bootstrap", "reason", "SchemeMessage");
        order.then("context-switch", "bootstrap", "from", "file-copy");
        order.then("address-space-switch", "bootstrap");
        order.then(
                "message-receive",
                "bootstrap",
                "scheme",
                "initfs",
                "tag",
                sent.detail().get("tag"));
        order.then("system-return", "bootstrap", "call", "read", "result", 64);
        order.then("system-call", "bootstrap", "call", "write", "length", 16);
        order.then("message-reply", "bootstrap", "flags", "RespondRegular", "result", BUFFER);
        order.then("unblock", "file-copy", "reason", "SchemeCall");
        order.then("context-switch", "file-copy");
        order.then("address-space-switch", "file-copy");
        order.then("copy", null, "direction", "to the client", "bytes", 3096);
        order.then("copy", null, "direction", "to the client", "bytes", 2904);
        order.then("page-unmap", "bootstrap");
        order.then("lend-end", null, "scheme", "initfs");
        order.then("message-done", "file-copy", "result", BUFFER);
        Event back = order.then("system-return", "file-copy", "call", "read", "result", BUFFER);
        Message message = read();
        assertTrue(call.mark() < message.sent() && message.sent() == sent.mark() && message.done() < back.mark());
        assertEquals(Integer.toString(BUFFER), message.result());
        assertEquals("done", message.state().name().toLowerCase(java.util.Locale.ROOT));
    }

    /** What O-R1 says that a read costs, and the addresses of both sides. */
    @Test
    void theMessageOfAReadHasItsCostsAndItsLoan() {
        Message message = read();
        assertEquals(2, message.costs().addressSpaceSwitches());
        assertEquals(2, message.costs().contextSwitches());
        assertEquals(2, message.costs().copies());
        assertEquals(1, message.loans().size());
        Loan loan = message.loans().get(0);
        assertEquals(BUFFER, loan.clientEnd() - loan.clientStart());
        assertEquals(1000, loan.clientStart() % 4096);
        assertEquals(1000, loan.serverStart() % 4096);
        assertEquals(BUFFER, loan.copiedBytes());
        assertEquals(
                loan.serverStart(), message.requestField("buffer").orElseThrow().value());
        assertEquals(BUFFER, message.requestField("length").orElseThrow().value());
        assertEquals(message.done() - message.sent(), message.latency());
        assertTrue(
                session.debug().symbolAt(message.callAddress()).isPresent() || message.callAddress() > 0x40_0000,
                "the call has an address in the program");
    }

    /** O-R2: masked, counted, told, driver woken, read, served, acknowledged, unmasked; none of that line in between. */
    @Test
    void anInterruptOfTheSerialPortReachesItsDriver() {
        EventOrder order = from(typed);
        order.then("irq-mask", null, "line", SERIAL_LINE);
        Event counted = order.then("irq", null, "line", SERIAL_LINE);
        order.then("event-post", null, "flags", "read");
        order.then("unblock", "seriald", "reason", "Event");
        order.then("context-switch", "seriald");
        order.then("system-return", "seriald", "call", "read", "result", 24);
        order.then("system-return", "seriald", "call", "read", "result", 8);
        order.then("system-call", "seriald", "call", "write", "length", 8);
        order.thenWithout(
                event -> EventOrder.matches(event, "irq", null, "line", SERIAL_LINE),
                "irq-unmask",
                null,
                "line",
                SERIAL_LINE);
        Event next = from(counted.mark() + 1).then("irq", null, "line", SERIAL_LINE);
        Event opened = from(counted.mark()).then("irq-unmask", null, "line", SERIAL_LINE);
        assertTrue(opened.mark() < next.mark(), "no interrupt of a line that is masked");
        assertEquals((long) counted.detail().get("count") + 1, next.detail().get("count"));
    }

    /** O-R3: fault, files closed, scheme gone, memory freed, dead, parent told; later calls find no scheme. */
    @Test
    void aServerThatCrashesTakesItsSchemeAlong() {
        EventOrder order = from(crashed);
        Event request = order.then("message-receive", "crasher-daemon", "scheme", "crash-null", "operation", "Open");
        order.then("exception-entry", "crasher-daemon", "number", 14);
        order.then("fault", "crasher-daemon", "code", 14, "address", "0", "how", "Exception");
        order.then("file-close", "crasher-daemon");
        order.then("scheme-remove", "crasher-daemon", "scheme", "crash-null");
        order.then("address-space", "crasher-daemon", "action", "free");
        Event dead = order.then("task-end", "crasher-daemon", "how", "Exception", "code", 14);
        order.then("context-switch", null, "from", "crasher-daemon");
        order.then("system-return", "crasher", "call", "open", "error", "ENODEV: no such scheme");
        session.timeline().seek(dead.mark() + 1);
        IpcView view = session.ipc(20);
        Message lost = view.messages().stream()
                .filter(message -> message.channel().equals("crash-null"))
                .findFirst()
                .orElseThrow();
        assertEquals(IpcView.State.LOST, lost.state());
        assertEquals(request.detail().get("tag"), lost.tag());
        IpcView.Wait wait = view.waits().stream()
                .filter(each -> each.name().equals("crasher-client"))
                .findFirst()
                .orElseThrow();
        assertEquals(lost.index(), wait.message());
        assertTrue(wait.on().contains("gone"), wait.on());
    }
}
