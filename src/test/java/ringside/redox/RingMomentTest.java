package ringside.redox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.trace.Event;
import ringside.events.EventOrder;

/** The moment R1: ring 3, ring 0 and ring 3 again by SYSCALL and SYSRET. */
final class RingMomentTest {
    private static final long CS_USER = 0x2B;
    private static final long SS_USER = 0x23;
    private static final long CS_KERNEL = 0x08;
    private static final long SS_KERNEL = 0x10;
    private static final long IF = 1 << 9;
    /** SWAPGS, the user's stack pointer put aside, the kernel's stack pointer loaded: instructions behind SYSCALL. */
    private static final int SWAPPED = 1;

    private static final int ON_KERNEL_STACK = 3;
    private static final int FRAME_PUSHED = 20;

    private static Observed observed;
    private static Event entry;
    private static Event call;
    private static Event result;
    private static Event back;

    @BeforeAll
    static void boot() {
        observed = Observed.lines("run name-drop");
        EventOrder order = observed.order();
        order.then("path", "name-drop", "path", "/scheme/zero");
        order.then("system-return", "name-drop", "call", "open");
        entry = order.then("processor-mode", "name-drop", "ring", 0, "ringBefore", 3);
        call = order.then("system-call", "name-drop", "call", "write", "fd", 1);
        result = order.then("system-return", "name-drop", "call", "write");
        back = order.then("processor-mode", "name-drop", "ring", 3, "ringBefore", 0);
    }

    /** SYSCALL: RIP to RCX, RFLAGS to R11, the bits of FMASK cleared; nothing else changes. @sdm Vol.2B "SYSCALL" */
    @Test
    void syscallPutsRipAndFlagsAsideAndMasksTheFlags() {
        observed.before(entry);
        assertEquals("64-bit mode, ring 3", observed.session().registers().mode());
        assertEquals(CS_USER, observed.register("cs"));
        assertEquals(SS_USER, observed.register("ss"));
        long flags = observed.register("rflags");
        long address = observed.register("rip") + 2;
        long stack = observed.register("rsp");
        long space = observed.register("cr3");
        long number = observed.register("rax");
        assertEquals(IF, flags & IF);

        observed.after(entry);
        assertEquals("64-bit mode, ring 0", observed.session().registers().mode());
        assertEquals(CS_KERNEL, observed.register("cs"));
        assertEquals(SS_KERNEL, observed.register("ss"));
        assertEquals(address, observed.register("rcx"));
        assertEquals(flags, observed.register("r11"));
        assertEquals(flags & ~observed.register("fmask"), observed.register("rflags"));
        assertEquals(0, observed.register("rflags") & IF);
        assertEquals(0x4_0FD5, observed.register("fmask"), "CF PF AF ZF SF TF IF DF OF AC");
        assertEquals(observed.register("lstar"), observed.register("rip"));
        assertEquals(stack, observed.register("rsp"), "SYSCALL leaves the stack to software");
        assertEquals(space, observed.register("cr3"));
        assertEquals(number, observed.register("rax"));
        assertEquals(0x001B_0008L, observed.register("star") >>> 32);
    }

    /** SWAPGS gives the kernel its block; the stack is the context's own; on it lies what an IRET would need. */
    @Test
    void theKernelSwapsGsAndBuildsAFrameOnItsOwnStack() {
        observed.after(entry);
        long address = observed.register("rcx");
        long flags = observed.register("r11");
        long stack = observed.register("rsp");
        long ofUser = observed.register("gsbase");
        long ofKernel = observed.register("kernel_gs_base");
        assertNotEquals(ofUser, ofKernel);

        observed.at(entry.mark() + 1 + SWAPPED);
        assertEquals(ofKernel, observed.register("gsbase"));
        assertEquals(ofUser, observed.register("kernel_gs_base"));

        observed.at(entry.mark() + 1 + ON_KERNEL_STACK);
        long top = observed.fact("name-drop", "kernel stack");
        assertEquals(top, observed.register("rsp"));

        observed.at(entry.mark() + 1 + FRAME_PUSHED);
        assertTrue(observed.register("rsp") < top);
        MemoryReader memory = observed.session().memoryReader();
        assertEquals(SS_USER, memory.unsigned(top - 8, 8));
        assertEquals(stack, memory.unsigned(top - 16, 8));
        assertEquals(flags, memory.unsigned(top - 24, 8));
        assertEquals(CS_USER, memory.unsigned(top - 32, 8));
        assertEquals(address, memory.unsigned(top - 40, 8));
        assertEquals(
                "write",
                observed.before(call)
                        .task("name-drop")
                        .fact("system call")
                        .orElseThrow()
                        .words());
    }

    /** SYSRET: RIP from RCX, RFLAGS from R11, the user's stack and GS again, and the result in RAX. */
    @Test
    void sysretBringsTheUserBackWithTheResult() {
        observed.before(entry);
        long address = observed.register("rip") + 2;
        long flags = observed.register("rflags");
        long stack = observed.register("rsp");
        long gs = observed.register("gsbase");
        observed.before(back);
        assertEquals("64-bit mode, ring 0", observed.session().registers().mode());
        assertEquals(address, observed.register("rcx"));
        assertEquals(flags, observed.register("r11"));
        observed.after(back);
        assertEquals("64-bit mode, ring 3", observed.session().registers().mode());
        assertEquals(CS_USER, observed.register("cs"));
        assertEquals(SS_USER, observed.register("ss"));
        assertEquals(address, observed.register("rip"));
        assertEquals(flags, observed.register("rflags"));
        assertEquals(stack, observed.register("rsp"));
        assertEquals(gs, observed.register("gsbase"));
        assertEquals(result.detail().get("result"), Long.toString(observed.register("rax")));
        assertTrue(observed.task("name-drop")
                .fact("system call")
                .orElseThrow()
                .words()
                .isEmpty());
    }
}
