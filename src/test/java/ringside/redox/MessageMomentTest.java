package ringside.redox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.trace.Event;
import ringside.events.EventOrder;
import ringside.kernels.view.AddressSpacesView.Grant;
import ringside.kernels.view.FilesView.File;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.SchemesView.Scheme;
import ringside.kernels.view.TasksView.State;

/** The moments R2 and R4: an open that blocks on a server, and the answer that lets it go on. */
final class MessageMomentTest {
    private static final String PATH = "numbers.txt";

    private static Observed observed;
    private static Event lent;
    private static Event sent;
    private static Event woken;
    private static Event switched;
    private static Event received;
    private static Event answer;
    private static Event reply;
    private static Event unblocked;
    private static Event opened;
    private static Event returned;

    @BeforeAll
    static void boot() {
        observed = Observed.lines("cat /scheme/ramfs/" + PATH);
        EventOrder order = observed.order();
        order.then("system-call", "shell", "call", "open");
        order.then("path", "shell", "path", "/scheme/ramfs/" + PATH);
        order.then("copy", null, "scheme", "ramfs", "direction", "to the server", "bytes", PATH.length());
        order.then("grant", "ramfs", "action", "add", "provider", "External", "pages", 1);
        order.then("page-map", "ramfs", "allows", "r--");
        lent = order.then("lend", null, "scheme", "ramfs", "tailBytes", PATH.length(), "writable", false);
        order.then("block", "shell", "reason", "SchemeCall", "scheme", "ramfs");
        sent = order.then("message-send", "shell", "scheme", "ramfs", "operation", "Open", "server", "ramfs");
        woken = order.then("unblock", "ramfs", "reason", "SchemeMessage");
        order.then("context-switch", "ramfs", "from", "shell");
        switched = order.then("address-space-switch", "ramfs");
        received = order.then("message-receive", "ramfs", "operation", "Open", "tag", tag());
        order.then("system-return", "ramfs", "call", "read", "result", 64);
        answer = order.then("system-call", "ramfs", "call", "write", "length", 16);
        reply = order.then("message-reply", "ramfs", "tag", tag(), "flags", "RespondRegular");
        unblocked = order.then("unblock", "shell", "reason", "SchemeCall", "scheme", "ramfs");
        order.then("block", "ramfs", "reason", "SchemeMessage");
        order.then("context-switch", "shell", "from", "ramfs");
        order.then("page-unmap", "ramfs");
        order.then("grant", "ramfs", "action", "remove");
        order.then("lend-end", null, "scheme", "ramfs", "tag", tag());
        order.then("message-done", "shell", "scheme", "ramfs", "tag", tag());
        opened = order.then("file-open", "shell", "scheme", "ramfs");
        returned = order.then("system-return", "shell", "call", "open", "success", true);
    }

    private static long tag() {
        return (long) sent.detail().get("tag");
    }

    private static IpcView.Message message() {
        List<IpcView.Message> messages = observed.session().ipc(1).messages();
        return messages.get(0);
    }

    private static SchedulerView.Entry scheduled(String name) {
        return observed.session().kernel().scheduler().queue().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** R2: status and reason of the client, the tag, the queue of the server, who waits for whom. */
    @Test
    void anOpenBlocksItsClientUntilTheServerAnswers() {
        observed.after(sent);
        assertEquals("Blocked", observed.task("shell").kernelState());
        assertEquals(State.WAITING, observed.task("shell").state());
        assertEquals(
                "waits for ramfs to answer Open (tag " + tag() + ") of scheme ramfs",
                observed.task("shell").reason());
        Scheme scheme = observed.scheme("ramfs");
        assertEquals(1, scheme.queued());
        assertEquals(observed.pid("ramfs"), scheme.owner());
        assertEquals(1, scheme.tags().size());
        assertEquals(tag(), scheme.tags().get(0).tag());
        assertEquals("Waiting", scheme.tags().get(0).state());
        assertEquals("Open", scheme.tags().get(0).operation());
        assertEquals(observed.pid("shell"), scheme.tags().get(0).client());
        assertTrue(scheme.tags().get(0).queued());
        assertFalse(scheduled("shell").ready());
        assertFalse(scheduled("ramfs").ready(), "it has not been woken yet");

        IpcView.Message message = message();
        assertEquals(IpcView.State.WAITING, message.state());
        assertEquals(IpcView.NEVER, message.received());
        IpcView.Wait wait = observed.session().ipc(1).waits().stream()
                .filter(each -> each.name().equals("shell"))
                .findFirst()
                .orElseThrow();
        assertEquals(message.index(), wait.message());
        assertEquals(observed.pid("ramfs"), wait.onTask());
        assertTrue(observed.after(woken).task("ramfs").state() == State.READY
                && scheduled("ramfs").ready());
    }

    /** R2: the path lies in the client's tail frame, which the server sees read-only and pinned, for this tag. */
    @Test
    void thePathIsLentToTheServerInOnePage() {
        observed.after(sent);
        Grant grant = observed.space("ramfs").grants().stream()
                .filter(Grant::pinned)
                .findFirst()
                .orElseThrow();
        assertEquals("External", grant.provider());
        assertEquals("r--", grant.protection());
        assertEquals(1, grant.pages());
        assertEquals(tag(), grant.tag());
        assertEquals("ramfs", grant.schemeName());
        long path = message().requestField("path").orElseThrow().value();
        assertEquals(Long.toHexString(path), lent.detail().get("serverAddress"));
        long entry = observed.pageEntry(observed.space("ramfs").root(), path);
        assertEquals(observed.fact("shell", "tail frame"), Observed.frame(entry));
        assertEquals(0, entry & 2, "the server must not write the path");
        byte[] bytes = observed.physical(Observed.frame(entry) + path % 4096, PATH.length());
        assertEquals(PATH, new String(bytes, StandardCharsets.UTF_8));
    }

    /** R2: CR3 changes, and with it what the address of the path leads to; the server reads the very Sqe. */
    @Test
    void theServerRunsInItsOwnAddressSpaceAndReadsTheRequest() {
        long client = observed.after(sent).space("shell").root();
        long server = observed.space("ramfs").root();
        long path = message().requestField("path").orElseThrow().value();
        observed.before(switched);
        assertEquals(client, observed.register("cr3"));
        observed.after(switched);
        assertEquals(server, observed.register("cr3"));
        assertNotEquals(client, server);
        assertTrue(observed.space("ramfs").current());
        assertEquals(
                observed.fact("shell", "tail frame"),
                observed.session().pageWalk(path).physical() & -4096L);

        observed.after(received);
        assertEquals(0, observed.scheme("ramfs").queued());
        assertFalse(observed.scheme("ramfs").tags().get(0).queued());
        assertEquals("Waiting", observed.scheme("ramfs").tags().get(0).state());
        Event read = lastRead();
        long buffer = Long.parseLong((String) read.detail().get("buffer"), 16);
        MemoryReader memory = observed.session().memoryReader();
        assertEquals(0, memory.unsigned(buffer, 1), "opcode Open");
        assertEquals(tag(), memory.unsigned(buffer + 4, 4));
        assertEquals(path, memory.unsigned(buffer + 8, 8));
        assertEquals(PATH.length(), memory.unsigned(buffer + 16, 8));
        assertEquals(observed.pid("shell"), memory.unsigned(buffer + 56, 8));
    }

    /** The read of its socket in which the server waited. */
    private static Event lastRead() {
        return observed.allEvents().stream()
                .filter(event -> event.mark() < received.mark()
                        && EventOrder.matches(event, "system-call", "ramfs", "call", "read", "length", 64))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** R4: the 16 bytes of the Cqe, the tag from Waiting to Responded, the client runnable, the server running on. */
    @Test
    void anAnswerMakesTheClientRunnable() {
        observed.after(answer);
        long buffer = Long.parseLong((String) answer.detail().get("buffer"), 16);
        MemoryReader memory = observed.session().memoryReader();
        assertEquals(0, memory.unsigned(buffer, 4), "RespondRegular");
        assertEquals(tag(), memory.unsigned(buffer + 4, 4));
        long number = memory.unsigned(buffer + 8, 8);
        assertEquals(Long.toString(number), reply.detail().get("result"));
        assertEquals("Waiting", observed.scheme("ramfs").tags().get(0).state());

        observed.after(reply);
        assertEquals("Responded", observed.scheme("ramfs").tags().get(0).state());
        assertEquals(IpcView.State.RESPONDED, message().state());
        observed.after(unblocked);
        assertEquals("Runnable", observed.task("shell").kernelState());
        assertTrue(scheduled("shell").ready());
        assertEquals(State.RUNNING, observed.task("ramfs").state());
        assertEquals(observed.space("ramfs").root(), observed.register("cr3"));
    }

    /** R4: the client takes back what it lent, and the server's number becomes a descriptor. */
    @Test
    void theAnswerBecomesADescriptorOfTheClient() {
        long descriptor = (long) opened.detail().get("fd");
        observed.before(answer);
        assertTrue(observed.files("shell").stream().noneMatch(file -> file.descriptor() == descriptor));
        observed.after(opened);
        File file = observed.files("shell").stream()
                .filter(each -> each.descriptor() == descriptor)
                .findFirst()
                .orElseThrow();
        assertEquals("ramfs", file.schemeName());
        assertEquals(observed.pid("ramfs"), file.server());
        assertEquals(reply.detail().get("result"), Long.toString(file.number()));
        assertEquals("/scheme/ramfs/" + PATH, file.path());
        assertTrue(observed.space("ramfs").grants().stream().noneMatch(Grant::pinned));
        assertTrue(observed.scheme("ramfs").tags().isEmpty());
        assertEquals(IpcView.State.DONE, message().state());
        assertEquals(Long.toString(descriptor), returned.detail().get("result"));
        assertEquals("one\ntwo\nthree\n", observed.text());
    }
}
