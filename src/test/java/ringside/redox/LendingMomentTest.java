package ringside.redox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ringside.cpu.trace.Event;
import ringside.events.EventOrder;
import ringside.kernels.view.AddressSpacesView.Grant;
import ringside.kernels.view.AddressSpacesView.Link;
import ringside.kernels.view.IpcView;

/** The moment R3: a buffer of 12,000 bytes, 1,000 bytes into a page, is lent to the server that fills it. */
final class LendingMomentTest {
    private static final int PAGE = 4096;
    private static final int LENGTH = 12_000;
    private static final int HEAD = PAGE - 1000;
    private static final int WHOLE_PAGES = 2;
    private static final int TAIL = LENGTH - HEAD - WHOLE_PAGES * PAGE;
    private static final String FILE = "/scheme/initfs/bin/nulld";

    private static Observed observed;
    private static Event lent;
    private static Event sent;
    private static Event reply;
    private static Event firstCopy;
    private static Event end;
    private static Event returned;
    private static long client;
    private static long server;

    @BeforeAll
    static void boot() {
        observed = Observed.lines("run file-copy " + FILE + " /scheme/ramfs/copy " + LENGTH);
        EventOrder order = observed.order();
        Event call = order.then("system-call", "file-copy", "call", "read", "length", LENGTH);
        lent = order.then("lend", null, "scheme", "initfs", "bytes", LENGTH, "writable", true);
        sent = order.then("message-send", "file-copy", "operation", "Read", "server", "bootstrap");
        reply = order.then("message-reply", "bootstrap", "result", LENGTH);
        firstCopy = order.then("copy", null, "direction", "to the client", "bytes", HEAD);
        order.then("copy", null, "direction", "to the client", "bytes", TAIL);
        end = order.then("lend-end", null, "scheme", "initfs");
        returned = order.then("system-return", "file-copy", "call", "read", "result", LENGTH);
        client = Long.parseLong((String) call.detail().get("buffer"), 16);
        server = Long.parseLong((String) lent.detail().get("serverAddress"), 16);
    }

    /** The frame of a page of the buffer, counted from its first one, in the page tables of a task. */
    private static long frame(String task, long buffer, int page) {
        long address = (buffer & -PAGE) + (long) page * PAGE;
        return Observed.frame(observed.pageEntry(observed.space(task).root(), address));
    }

    private static byte[] bytesOfClient(int page) {
        return observed.physical(frame("file-copy", client, page), PAGE);
    }

    @Test
    void theBufferIsTakenApartIntoHeadWholePagesAndTail() {
        assertEquals(1000, client % PAGE);
        assertEquals(1000, server % PAGE);
        assertEquals(HEAD, (int) (long) lent.detail().get("headBytes"));
        assertEquals(WHOLE_PAGES, (int) (long) lent.detail().get("pages"));
        assertEquals(TAIL, (int) (long) lent.detail().get("tailBytes"));
        observed.after(sent);
        IpcView.Message message = observed.session().ipc(1).messages().get(0);
        assertEquals(server, message.requestField("buffer").orElseThrow().value());
        assertEquals(client, message.loans().get(0).clientStart());
    }

    /** The same frame in both page tables, used twice; the ends through the client's bounce frames. */
    @Test
    void wholePagesHaveTheSameFrameInBothPageTables() {
        observed.after(sent);
        assertNotEquals(
                observed.space("file-copy").root(), observed.space("bootstrap").root());
        for (int page = 1; page <= WHOLE_PAGES; page++) {
            long shared = frame("file-copy", client, page);
            assertNotEquals(0, shared);
            assertEquals(shared, frame("bootstrap", server, page));
            assertEquals(2, observed.uses(shared));
        }
        assertEquals(observed.fact("file-copy", "head frame"), frame("bootstrap", server, 0));
        assertEquals(observed.fact("file-copy", "tail frame"), frame("bootstrap", server, WHOLE_PAGES + 1));
        assertNotEquals(frame("file-copy", client, 0), frame("bootstrap", server, 0));
        assertNotEquals(frame("file-copy", client, WHOLE_PAGES + 1), frame("bootstrap", server, WHOLE_PAGES + 1));
    }

    /** One pinned grant in the server, linked from both sides. */
    @Test
    void theServerHasOnePinnedGrantThatLeadsToTheClient() {
        observed.after(sent);
        Grant grant = borrowed();
        assertEquals("External", grant.provider());
        assertEquals(WHOLE_PAGES + 2, grant.pages());
        assertEquals(WHOLE_PAGES + 2, grant.present());
        assertEquals("rw-", grant.protection());
        assertEquals(server & -PAGE, grant.base());
        assertEquals(sent.detail().get("tag"), grant.tag());
        assertEquals("initfs", grant.schemeName());
        Link from = grant.from();
        assertEquals("file-copy", from.name());
        assertEquals(client & -PAGE, from.base());
        List<Link> lentTo = observed.space("file-copy").grants().stream()
                .filter(each -> each.base() <= client && client < each.end())
                .findFirst()
                .orElseThrow()
                .lentTo();
        assertEquals(1, lentTo.size());
        assertEquals("bootstrap", lentTo.get(0).name());
        assertEquals(grant.base(), lentTo.get(0).base());
    }

    private static Grant borrowed() {
        return observed.space("bootstrap").grants().stream()
                .filter(Grant::pinned)
                .findFirst()
                .orElseThrow();
    }

    /** What the server writes is the client's at once, but for the ends: they are copied when the client runs again. */
    @Test
    void wholePagesNeedNoCopyButTheEndsDo() {
        byte[] file = observed.at(returned.mark()).session().memoryReader().read(client, LENGTH);
        observed.before(reply);
        byte[] second = bytesOfClient(1);
        assertArrayEquals(Arrays.copyOfRange(file, HEAD, HEAD + PAGE), second);
        byte[] head = Arrays.copyOfRange(file, 0, HEAD);
        byte[] bounced = observed.physical(observed.fact("file-copy", "head frame"), PAGE);
        assertArrayEquals(head, Arrays.copyOfRange(bounced, 1000, PAGE));
        assertFalse(Arrays.equals(head, Arrays.copyOfRange(bytesOfClient(0), 1000, PAGE)));
        observed.after(firstCopy);
        assertArrayEquals(head, Arrays.copyOfRange(bytesOfClient(0), 1000, PAGE));
    }

    /** Nothing is left in the server; the frames have one user again, and the processor knows no way there. */
    @Test
    void theServerLosesTheRangeWithTheAnswer() {
        observed.after(sent);
        long shared = frame("file-copy", client, 1);
        observed.after(end);
        assertEquals(0, observed.pageEntry(observed.space("bootstrap").root(), server));
        assertEquals(0, observed.pageEntry(observed.space("bootstrap").root(), server + PAGE));
        assertTrue(observed.space("bootstrap").grants().stream().noneMatch(Grant::pinned));
        assertEquals(1, observed.uses(shared));
        assertTrue(observed.session().tlb().entries().stream()
                .noneMatch(entry -> entry.linear() == (server & -PAGE) + PAGE));
    }

    /** 2 address-space switches, 3 system calls, 2 copies: what O-R1 says that a read costs at least. */
    @Test
    void aReadCostsTwoSwitchesThreeCallsAndTwoCopies() {
        List<Event> meanwhile = observed.between(lent, returned);
        assertEquals(2, Observed.count(meanwhile, "address-space-switch", null));
        assertEquals(2, Observed.count(meanwhile, "copy", null));
        assertEquals(1, Observed.count(meanwhile, "system-return", "bootstrap", "call", "read"));
        assertEquals(1, Observed.count(meanwhile, "system-call", "bootstrap", "call", "write"));
        assertTrue(observed.text().contains("file-copy: copied 17488 bytes\n"), observed.text());
    }
}
