package ringside.redox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ringside.cpu.trace.Event;
import ringside.events.EventOrder;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.SchemesView;
import ringside.kernels.view.TasksView;
import ringside.kernels.view.TasksView.State;

/** The moment R8: a server writes to address 0 while a client waits for its answer. */
final class CrashMomentTest {
    private static final String SERVER = "crasher-daemon";
    private static final String CLIENT = "crasher-client";
    private static final String SCHEME = "crash-null";

    private static Observed observed;
    private static Event received;
    private static Event faulted;
    private static Event removed;
    private static Event freed;
    private static Event dead;
    private static Event refused;

    @BeforeAll
    static void boot() {
        observed = Observed.lines("run crasher daemon-null", "cat /scheme/ramfs/numbers.txt", "ls /scheme");
        EventOrder order = observed.order();
        order.then("message-send", CLIENT, "scheme", SCHEME, "operation", "Open");
        received = order.then("message-receive", SERVER, "scheme", SCHEME, "operation", "Open");
        faulted = order.then("exception-entry", SERVER, "number", 14, "fromPrivileged", false);
        order.then("address-space-switch", SERVER);
        order.then("fault", SERVER, "how", "Exception", "code", 14);
        order.then("file-close", SERVER, "scheme", "serial");
        order.then("file-close", SERVER, "scheme", "ramfs");
        order.then("message-send", SERVER, "scheme", "ramfs", "operation", "Close");
        order.then("file-close", SERVER, "scheme", "(root)");
        removed = order.then("scheme-remove", SERVER, "scheme", SCHEME);
        freed = order.then("address-space", SERVER, "action", "free");
        dead = order.then("task-end", SERVER, "how", "Exception", "code", 14);
        order.then("unblock", "crasher", "reason", "ChildEnd");
        order.then("context-switch", null, "from", SERVER);
        order.then("path", "crasher", "path", "/scheme/" + SCHEME);
        refused = order.then("system-return", "crasher", "call", "open");
    }

    /** #PF by a write of user code to a page that is not there. */
    @Test
    void theProcessorFaultsInRing3() {
        assertEquals("6", faulted.detail().get("errorCode"));
        assertEquals("0", faulted.detail().get("address"));
        observed.before(faulted);
        assertEquals("64-bit mode, ring 3", observed.session().registers().mode());
        assertEquals(observed.space(SERVER).root(), observed.register("cr3"));
        assertTrue(observed.space(SERVER).grants().stream().noneMatch(grant -> grant.base() == 0), "no grant is there");
        observed.after(faulted);
        assertEquals(0, observed.register("cr2"));
        assertEquals("64-bit mode, ring 0", observed.session().registers().mode());
    }

    /** Dead, with the vector, the address and the instruction. */
    @Test
    void theServerIsDeadWithItsReason() {
        String instruction = (String) faulted.detail().get("returnAddress");
        observed.after(dead);
        TasksView.Task server = observed.task(SERVER);
        assertEquals("Dead", server.kernelState());
        assertEquals(State.FAULTED, server.state());
        assertNotNull(server.fault());
        assertEquals(0, server.fault().address());
        assertTrue(server.reason().contains("page fault (#PF)"), server.reason());
        assertTrue(server.reason().endsWith("instruction at 0x" + instruction), server.reason());
    }

    /** Its files are closed while it still exists, its own socket last: with that its scheme and its names go. */
    @Test
    void itsFilesAreClosedAndItsSchemeIsGone() {
        observed.before(faulted);
        assertEquals(5, observed.files(SERVER).size());
        assertEquals(observed.pid(SERVER), observed.scheme(SCHEME).owner());
        assertTrue(names().contains(SCHEME));
        observed.before(removed);
        assertTrue(observed.files(SERVER).isEmpty());
        observed.after(removed);
        assertFalse(names().contains(SCHEME));
        assertEquals("(gone)", observed.scheme(SCHEME).ownerName(), "it stays for the client that waits");
        observed.after(freed);
        assertTrue(observed.session().kernel().addressSpaces().spaces().stream()
                .noneMatch(space -> space.name().equals(SERVER)));
    }

    private static List<String> names() {
        return observed.session().kernel().schemes().namespaces().stream()
                .flatMap(namespace -> namespace.names().stream())
                .map(SchemesView.Name::name)
                .toList();
    }

    /** Nobody wakes the client that waits already; a new call is refused. */
    @Test
    void theClientThatWaitsIsNotWoken() {
        for (Event when : List.of(dead, refused)) {
            observed.after(when);
            assertEquals(State.WAITING, observed.task(CLIENT).state());
            assertEquals("Blocked", observed.task(CLIENT).kernelState());
            IpcView.Wait wait = observed.session().ipc(100).waits().stream()
                    .filter(each -> each.name().equals(CLIENT))
                    .findFirst()
                    .orElseThrow();
            assertEquals("SchemeCall", wait.reason());
            assertTrue(wait.on().contains("gone"), wait.on());
        }
        assertEquals("ENODEV: no such scheme", refused.detail().get("error"));
        assertTrue(observed.text().contains("crasher: the client ended: signal 9\n"), observed.text());
    }

    /** The kernel and all other servers run on. */
    @Test
    void everythingElseRunsOn() {
        observed.before(received);
        List<String> before = others();
        observed.at(observed.session().timeline().furthestMark());
        assertEquals(before, others());
        assertTrue(observed.text().contains("one\ntwo\nthree\n"), observed.text());
        assertFalse(observed.text().lines().anyMatch(SCHEME::equals), observed.text());
        assertFalse(observed.hasTask(SERVER) || observed.hasTask(CLIENT) || observed.hasScheme(SCHEME));
    }

    private static List<String> others() {
        return observed.session().kernel().tasks().tasks().stream()
                .map(TasksView.Task::name)
                .filter(name -> !name.startsWith("crasher"))
                .toList();
    }
}
