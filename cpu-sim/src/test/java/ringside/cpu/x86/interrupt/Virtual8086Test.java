package ringside.cpu.x86.interrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.X86Core;

/** Into virtual-8086 mode and out of it. @sdm Vol.3B 20.2, 20.3 */
class Virtual8086Test {
    private static final int FLAGS = Rflags.VM | 3 << Rflags.IOPL_SHIFT | Rflags.RESERVED_ONE;
    private static final int HANDLER = 0x9000;
    private static final String IRETD = "cf";
    /** EIP, CS, EFLAGS, ESP, SS, ES, DS, FS, GS. */
    private static final int[] FRAME = {0, 0xA00, FLAGS, 0x7F0, 0xB00, 0x111, 0x222, 0x333, 0x444};

    private final SystemCore core = SystemCore.protected32(0);

    private void enter(int flags) {
        for (int i = 0; i < FRAME.length; i++) {
            core.poke(SystemCore.STACK + 4 * i, 4, i == 2 ? flags : FRAME[i]);
        }
        core.interruptGate(0x41, SystemCore.CODE32, HANDLER, 0xEE, 0);
        assertEquals("ok", core.outcome(IRETD));
    }

    @Test
    void iretLoadsAllSegmentsAsAn8086Does() {
        enter(FLAGS);
        assertTrue(core.isVirtual8086());
        assertEquals(3, core.cpl());
        assertEquals(0xA000, core.segment(X86Core.CS).base());
        assertEquals(0x4440, core.segment(X86Core.GS).base());
        assertEquals(0xFFFF, core.segment(X86Core.DS).limit());
        assertEquals(16, core.codeBits());
        assertEquals(0x7F0, core.gpr(X86Core.RSP));
        assertEquals(0, core.rip());
    }

    @Test
    void anInterruptPushesNineValuesOnTheStackOfRing0() {
        enter(FLAGS);
        InterruptDelivery.external(core, 0x41);
        long top = core.gpr(X86Core.RSP);
        assertEquals(SystemCore.RING_STACKS - 4L * FRAME.length, top);
        for (int i = 0; i < FRAME.length; i++) {
            assertEquals(FRAME[i], (int) core.peek(top + 4 * i, 4), "slot " + i);
        }
        assertFalse(core.isVirtual8086());
        assertFalse(core.segment(X86Core.DS).isUsable());
        assertEquals(HANDLER, core.nextRip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # code     | outcome | why
            8ed8       | ok      | MOV DS loads as real mode does
            a1ffff     | #GP(0)  | a word beyond the limit
            368a05     | ok      | the stack segment may be read
            bc010050   | ok      | MOV SP
            0f00c8     | #UD     | STR is not for an 8086
            0f0bc0     | #UD     | UD2
            f4         | #GP(0)  | HLT is for ring 0
            e4f0       | #GP(0)  | the I/O bitmap counts whatever the IOPL
            cd41       | ok      | INT n with an IOPL of 3
            """)
    void instructionsAreThoseOfAn8086InRing3(String code, String outcome, String why) {
        core.poke(SystemCore.TSS + 0x66, 2, 0x68);
        enter(FLAGS);
        assertEquals(outcome, core.outcome(code), why);
    }

    @ParameterizedTest
    @CsvSource({"fa", "fb", "9c", "9d", "cd41", "cf"})
    void withoutAnIoplOf3TheMonitorIsAsked(String code) {
        enter(Rflags.VM | 2 << Rflags.IOPL_SHIFT | Rflags.RESERVED_ONE);
        assertEquals("#GP(0)", core.outcome(code));
    }

    /** @sdm Vol.2A "INT n", operation */
    @Test
    void aHandlerMustBeInRing0() {
        enter(FLAGS);
        core.interruptGate(0x41, SystemCore.CONFORMING, HANDLER, 0xEE, 0);
        assertEquals("#GP(48)", core.outcome("cd41"));
        core.interruptGate(0x41, SystemCore.USER_CODE32, HANDLER, 0xEE, 0);
        assertEquals("#GP(20)", core.outcome("cd41"));
    }

    @Test
    void ring3CannotEnter() {
        SystemCore user = SystemCore.protected32(3);
        int[] frame = {SystemCore.CODE, SystemCore.USER_CODE32, FLAGS};
        for (int i = 0; i < frame.length; i++) {
            user.poke(SystemCore.STACK + 4 * i, 4, frame[i]);
        }
        assertEquals("ok", user.outcome(IRETD));
        assertFalse(user.isVirtual8086());
    }
}
