package ringside.redox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ringside.cpu.trace.Event;
import ringside.cpu.x86.paging.TlbView;
import ringside.events.EventOrder;
import ringside.kernels.view.AddressSpacesView.Grant;

/** The moment R7: the first write to a private mapping of a file of ramfs gets a frame of its own. */
final class CopyOnWriteMomentTest {
    private static final long RW = 2;
    /** Present, write, user. @sdm Vol.3A 4.7 */
    private static final long ERROR_CODE = 7;

    private static Observed observed;
    private static Event mapped;
    private static Event fault;
    private static Event entry;
    private static Event copied;
    private static Event back;
    private static long address;
    private static long ofServer;

    @BeforeAll
    static void boot() {
        observed = Observed.lines("run page-toucher");
        EventOrder order = observed.order();
        order.then("message-send", "page-toucher", "scheme", "ramfs", "operation", "MmapPrep");
        Event reply = order.then("message-reply", "ramfs");
        ofServer = Long.decode((String) reply.detail().get("result"));
        mapped = order.then("system-return", "page-toucher", "call", "fmap", "success", true);
        address = Long.decode((String) mapped.detail().get("result"));
        fault = order.then("fault", "page-toucher", "number", 14);
        entry = order.then("exception-entry", "page-toucher", "number", 14);
        copied = order.then("page-map", "page-toucher", "address", Long.toHexString(address), "allows", "rw-");
        back = order.then("exception-return", "page-toucher");
    }

    private static long entry(String task, long of) {
        return observed.pageEntry(observed.space(task).root(), of);
    }

    private static String text(long frame) {
        return new String(observed.physical(frame, 8), StandardCharsets.US_ASCII);
    }

    /** One frame in both page tables; the client may not write it, though its grant allows writing. */
    @Test
    void beforeTheWriteBothShowTheServersFrame() {
        observed.before(fault);
        long entry = entry("page-toucher", address);
        assertEquals(1, entry & 1);
        assertEquals(0, entry & RW);
        assertEquals(Observed.frame(entry("ramfs", ofServer)), Observed.frame(entry));
        assertEquals(2, observed.uses(Observed.frame(entry)));
        Grant grant = grant();
        assertEquals("Allocated", grant.provider(), "it is the client's own, as soon as it is written");
        assertEquals("rw-", grant.protection());
        assertEquals("ramfs", grant.schemeName());
    }

    private static Grant grant() {
        return observed.space("page-toucher").grants().stream()
                .filter(each -> each.base() == address)
                .findFirst()
                .orElseThrow();
    }

    private static long beforeTheWrite() {
        observed.before(fault);
        return entry("page-toucher", address);
    }

    /** CR2 and the bits of the error code. */
    @Test
    void theWriteFaults() {
        assertEquals(ERROR_CODE, Long.parseLong((String) entry.detail().get("errorCode"), 16));
        assertEquals(Long.toHexString(address), entry.detail().get("address"));
        assertEquals(false, entry.detail().get("fromPrivileged"));
        observed.after(entry);
        assertEquals(address, observed.register("cr2"));
        assertEquals("64-bit mode, ring 0", observed.session().registers().mode());
    }

    /** An own frame with the same bytes, that may be written; the old one has one user less. */
    @Test
    void theClientGetsAFrameOfItsOwn() {
        long before = Observed.frame(beforeTheWrite());
        observed.after(copied);
        long entry = entry("page-toucher", address);
        assertNotEquals(before, Observed.frame(entry));
        assertEquals(RW, entry & RW);
        assertEquals(1, observed.uses(Observed.frame(entry)));
        assertEquals("original", text(Observed.frame(entry)));
        observed.after(back);
        assertEquals(1, observed.uses(before));
        assertEquals(before, Observed.frame(entry("ramfs", ofServer)));
        assertEquals(Observed.frame(entry), observed.session().pageWalk(address).physical());
    }

    /** The instruction is done again and succeeds; the server's page keeps its bytes. */
    @Test
    void theWriteIsRepeatedOnTheCopy() {
        String instruction = (String) entry.detail().get("returnAddress");
        observed.after(back);
        assertEquals(Long.parseLong(instruction, 16), observed.register("rip"));
        observed.at(back.mark() + 2);
        assertEquals("o", text(Observed.frame(entry("page-toucher", address))).substring(0, 1));
        TlbView.Entry cached = observed.session().tlb().entries().stream()
                .filter(each -> each.linear() == address)
                .findFirst()
                .orElseThrow();
        assertEquals(Observed.frame(entry("page-toucher", address)), cached.physical());
        assertTrue(cached.writable());
        assertFalse(cached.stale());
        assertEquals("original", text(Observed.frame(entry("ramfs", ofServer))));
        assertTrue(observed.text().contains("page-toucher: private mapping, written: own copy\n"), observed.text());
        assertTrue(observed.text().contains("page-toucher: the file: original\n"), observed.text());
    }
}
