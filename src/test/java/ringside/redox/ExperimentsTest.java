package ringside.redox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.trace.Event;
import ringside.events.EventOrder;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.TasksView;
import ringside.kernels.view.TasksView.State;

/** The fault experiments 1.c, each by its name: the order of events, who died of what, who runs on, who is blocked. */
final class ExperimentsTest {
    private static final Set<String> SYSTEM = Set.of(
            "kmain",
            "bootstrap",
            "init",
            "nulld",
            "zerod",
            "randd",
            "logd",
            "ramfs",
            "seriald",
            "ps2d",
            "ramdiskd",
            "fsd",
            "textd",
            "ping-pong",
            "shell");

    private static Terminal booted;

    @BeforeAll
    static void boot() {
        booted = Terminal.booted();
    }

    /** Types the experiment's name, then checks that the rest of the system is as before, and works. */
    private static Observed experiment(String name) {
        Observed observed = Observed.lines(
                booted, "run crasher " + name, "echo works > /scheme/ramfs/file", "cat /scheme/ramfs/file");
        assertTrue(observed.text().startsWith("crasher: experiment " + name + "\n"), observed.text());
        assertTrue(observed.text().endsWith("works\n"), observed.text());
        List<TasksView.Task> tasks = observed.session().kernel().tasks().tasks();
        assertEquals(SYSTEM, tasks.stream().map(TasksView.Task::name).collect(Collectors.toSet()));
        assertTrue(tasks.stream().noneMatch(task -> task.state() == State.FAULTED || task.state() == State.ENDED));
        return observed;
    }

    private static void says(Observed observed, String... lines) {
        for (String line : lines) {
            assertTrue(observed.text().contains(line + "\n"), "\"" + line + "\" in\n" + observed.text());
        }
    }

    /** A misdeed of a program: the exception, its end, and what its parent is told. Addresses are hexadecimal. */
    @ParameterizedTest
    @CsvSource({
        "kernel-write, 14, 7, ffffffff80000000",
        "null, 14, 6, 0",
        "jump-to-data, 14, 15, instruction",
        "cli, 13, 0, 0",
        "hlt, 13, 0, 0",
        "port, 13, 0, 0",
    })
    void aProgramThatDoesWhatItMustNotEnds(String name, int vector, String errorCode, String address) {
        Observed observed = experiment(name);
        EventOrder order = observed.order();
        Event fault = order.then("exception-entry", "crasher", "number", vector, "fromPrivileged", false);
        Object instruction = fault.detail().get("returnAddress");
        Event end = order.then("fault", "crasher", "how", "Exception", "code", vector, "instruction", instruction);
        assertEquals(errorCode, end.detail().get("errorCode"));
        assertEquals(
                address.equals("instruction") ? instruction : address,
                end.detail().get("address"));
        order.then("file-close", "crasher");
        order.then("address-space", "crasher", "action", "free");
        Event dead = order.then("task-end", "crasher", "how", "Exception", "code", vector);
        order.then("unblock", "shell");
        order.then("context-switch", null, "from", "crasher");
        order.then("task-free", "crasher");
        observed.after(dead);
        assertEquals("Dead", observed.task("crasher").kernelState());
        assertEquals(State.FAULTED, observed.task("crasher").state());
        says(observed, "shell: crasher ended: exception " + vector);
        assertFalse(observed.text().contains("nothing stopped it"), observed.text());
        assertEquals(1, Observed.count(observed.events(), "task-end", null, "how", "Exception"));
    }

    /** The same write in the kernel's copying: the call fails, the process lives. */
    @Test
    void aBadPointerInACallIsAnError() {
        Observed observed = experiment("bad-pointer");
        EventOrder order = observed.order();
        for (String call : new String[] {"write", "write", "open", "read"}) {
            order.then("system-return", "crasher", "call", call, "error", "EFAULT: a bad address");
        }
        order.then("system-return", "crasher", "error", "ENOSYS: no such call");
        order.then("task-exit", "crasher", "how", "Exit", "code", 0);
        assertEquals(0, Observed.count(observed.events(), "task-end", null, "how", "Exception"));
        says(observed, "crasher: read to the kernel's address: EFAULT", "crasher: still runs");
    }

    /** The server's end removes its scheme. Who waits already stays blocked until a kill; a new call gets ENODEV. */
    @Test
    void aServerThatEndsLeavesItsClientWaiting() {
        Observed observed = experiment("daemon-null");
        EventOrder order = observed.order();
        order.then("block", "crasher-client", "reason", "SchemeCall", "scheme", "crash-null");
        order.then("fault", "crasher-daemon", "code", 14, "address", "0");
        order.then("scheme-remove", "crasher-daemon", "scheme", "crash-null");
        Event dead = order.then("task-end", "crasher-daemon", "how", "Exception", "code", 14);
        Event refused = order.thenWithout(
                event -> EventOrder.matches(event, "unblock", "crasher-client"),
                "system-return",
                "crasher",
                "call",
                "open",
                "error",
                "ENODEV: no such scheme");
        order.then("signal", "crasher-client", "from", "crasher", "signal", 9);
        order.then("system-return", "crasher-client", "call", "open", "error", "EINTR: interrupted");
        order.then("task-end", "crasher-client", "how", "Signal", "code", 9);
        assertEquals("crash-null", sent(observed, refused).channel());
        assertEquals(IpcView.State.LOST, sent(observed, refused).state());
        assertEquals(
                State.WAITING, observed.after(refused).task("crasher-client").state());
        assertTrue(dead.mark() < refused.mark());
        says(observed, "crasher: the daemon ended: exception 14", "crasher: its client still waits");
    }

    /** A signal makes the kernel ask the server to cancel; the client waits on. A kill takes it out of its call. */
    @Test
    void aServerThatNeverAnswersIsAskedToCancel() {
        Observed observed = experiment("daemon-silent");
        EventOrder order = observed.order();
        Event sent = order.then("message-send", "crasher-client", "scheme", "crash-silent", "operation", "Open");
        Object tag = sent.detail().get("tag");
        order.then("message-receive", "crasher-daemon", "operation", "Open", "tag", tag);
        order.then("signal", "crasher-client", "from", "crasher", "signal", 2);
        order.then("unblock", "crasher-client", "reason", "SchemeCall");
        order.then("message-cancel", null, "scheme", "crash-silent", "tag", tag);
        order.then("message-send", "crasher-client", "operation", "Cancel", "tag", tag, "flags", "one-way");
        Event again = order.then("block", "crasher-client", "reason", "SchemeCall");
        order.then("message-receive", "crasher-daemon", "operation", "Cancel", "tag", tag);
        order.then("signal", "crasher-client", "from", "crasher", "signal", 9);
        Event abandoned = order.then("message-abandon", null, "scheme", "crash-silent", "tag", tag);
        order.then("system-return", "crasher-client", "call", "open", "error", "EINTR: interrupted");
        order.then("task-end", "crasher-client", "how", "Signal", "code", 9);
        order.then("signal", "crasher-daemon", "signal", 9);
        order.then("scheme-remove", "crasher-daemon", "scheme", "crash-silent");
        order.then("task-end", "crasher-daemon", "how", "Signal", "code", 9);
        observed.after(again);
        assertEquals(State.WAITING, observed.task("crasher-client").state());
        assertEquals("Canceling", observed.scheme("crash-silent").tags().get(0).state());
        observed.after(abandoned);
        assertEquals("Abandoned", observed.scheme("crash-silent").tags().get(0).state());
        says(observed, "crasher: interrupt of the client: done", "crasher-daemon: cancel of tag 1: no answer");
    }

    /** A second answer is refused to the server; the client has got the first. */
    @Test
    void aSecondAnswerIsRefused() {
        Observed observed = experiment("double-reply");
        EventOrder order = observed.order();
        order.then("message-receive", "crasher", "scheme", "crash-reply", "operation", "Open");
        order.then("message-reply", "crasher", "scheme", "crash-reply", "result", 0);
        order.then("system-return", "crasher", "call", "write", "result", 16);
        order.thenWithout(
                event -> EventOrder.matches(event, "message-reply", "crasher"),
                "system-return",
                "crasher",
                "call",
                "write",
                "error",
                "EINVAL: an argument makes no sense");
        order.then("message-done", "crasher-client", "scheme", "crash-reply", "result", 0);
        order.then("system-return", "crasher-client", "call", "open", "success", true);
        order.then("task-end", "crasher-client", "how", "Exit", "code", 0);
        says(observed, "crasher-client: open /scheme/crash-reply: descriptor 3");
    }

    /** An answer to no call is refused; the call that there is stays open until it is answered. */
    @Test
    void anAnswerWithAnUnknownTagIsRefused() {
        Observed observed = experiment("unknown-tag");
        EventOrder order = observed.order();
        Event refused =
                order.then("system-return", "crasher", "call", "write", "error", "EBADFD: no call has that tag");
        order.then("message-reply", "crasher", "scheme", "crash-reply", "tag", 1);
        order.then("system-return", "crasher-client", "call", "open", "success", true);
        observed.after(refused);
        assertEquals("Waiting", observed.scheme("crash-reply").tags().get(0).state());
        assertEquals(State.WAITING, observed.task("crasher-client").state());
        says(observed, "crasher: answer to tag 99: EBADFD", "crasher: the client ended: exit status 0");
    }

    /** The line stays closed after the interrupt that is not acknowledged; the count stands still. */
    @Test
    void aDriverThatForgetsToAcknowledgeHearsNothingMore() {
        Observed observed = experiment("irq-forgetful");
        EventOrder order = observed.order();
        for (int count = 1; count <= 3; count++) {
            order.then("irq-mask", null, "line", 8);
            order.then("irq", null, "line", 8, "count", count);
            order.then("irq-unmask", null, "line", 8);
        }
        order.then("irq-mask", null, "line", 8);
        Event last = order.then("irq", null, "line", 8, "count", 4);
        Event end = order.thenWithout(
                event -> EventOrder.matches(event, "irq-unmask", null, "line", 8)
                        || EventOrder.matches(event, "irq", null, "line", 8),
                "task-exit",
                "crasher",
                "how",
                "Exit",
                "code",
                0);
        assertTrue(Observed.count(observed.between(last, end), "irq", null, "line", 4) == 0
                && Observed.count(observed.between(last, end), "exception-entry", null, "number", 32) > 20);
        observed.before(end);
        assertTrue(observed.session().kernel().interrupts().lines().get(8).masked());
        assertEquals(1, observed.deviceRegister("pic", "IMR2") & 1);
        assertEquals(0, observed.deviceRegister("pic", "IMR") >> 4 & 1, "the serial port's line is open");
        says(observed, "crasher: interrupt 4 is not", "crasher: the count is 4");
    }

    @Test
    void aNameIsGivenOnce() {
        Observed observed = experiment("register-twice");
        EventOrder order = observed.order();
        order.then("scheme-register", "crasher", "scheme", "crash-twice");
        order.then("system-return", "crasher", "call", "open", "error", "EEXIST: exists already");
        order.then("system-return", "crasher", "call", "open", "error", "EEXIST: exists already");
        order.then("system-return", "crasher", "call", "open", "error", "EINVAL: an argument makes no sense");
        order.then("scheme-remove", "crasher", "scheme", "crash-twice");
        assertEquals(1, Observed.count(observed.events(), "scheme-register", null));
        assertFalse(observed.hasScheme("crash-twice"));
        assertEquals("nulld", observed.scheme("null").ownerName());
    }

    @Test
    void onlyRootRegistersSchemes() {
        Observed observed = experiment("register-not-root");
        EventOrder order = observed.order();
        Event refused = order.then("system-return", "crasher-user", "call", "open", "error", "EACCES: access refused");
        assertEquals(0, Observed.count(observed.events(), "scheme-register", null));
        observed.after(refused);
        assertEquals(1000, observed.fact("crasher-user", "uid"));
        says(observed, "crasher-user: register crash-user: EACCES", "crasher: it ended: exit status 0");
    }

    /** Port rights make the same instruction legal: the driver of the clock has them, the program without ends. */
    @Test
    void aDriverWithPortRightsMayUsePorts() {
        Observed observed = experiment("irq-forgetful");
        EventOrder order = observed.order();
        order.then("system-call", "crasher", "call", "iopl", "level", 3);
        Event first = order.then("irq", null, "line", 8);
        observed.after(first);
        assertEquals(3, observed.fact("crasher", "port rights"));
        assertEquals(0, Observed.count(observed.events(), "task-end", null, "how", "Exception"));
    }

    /** What the open of the client has become at an event. */
    private static IpcView.Message sent(Observed observed, Event at) {
        observed.after(at);
        return observed.session().ipc(1000).messages().stream()
                .filter(message -> message.clientName().equals("crasher-client")
                        && message.channel().startsWith("crash-"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
