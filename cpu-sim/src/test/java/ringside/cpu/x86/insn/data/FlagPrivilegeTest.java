package ringside.cpu.x86.insn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.InterruptShadow;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.X86Core;

/** Who may change which flags by POPF, CLI and STI, and see them by PUSHF. @sdm Vol.2B "POPF" Table 4-16 */
class FlagPrivilegeTest {
    private static final int ALL = Rflags.DEFINED | Rflags.RESERVED_ONE;

    @ParameterizedTest
    @CsvSource(textBlock = """
            # CPL, code, RFLAGS, popped, RFLAGS afterwards
            0, 9D,   000002, 3F7FD7, 247FD7
            0, 9D,   3A7FD7, 000000, 1A0002
            0, 669D, 000002, 3F7FD7, 007FD7
            0, 669D, 3E7FD7, 000000, 3E0002
            3, 9D,   000002, 3F7FD7, 244DD7
            3, 9D,   003202, 000000, 003002
            3, 9D,   003002, 3F7FD7, 247FD7
            3, 9D,   002202, 000000, 002202
            3, 669D, 000202, 3F7FD7, 004FD7
            """)
    void popfChangesWhatThePrivilegePermits(int cpl, String code, String before, String popped, String after) {
        SystemCore cpu = SystemCore.long64(cpl);
        cpu.setRflags(Integer.parseInt(before, 16));
        cpu.poke(SystemCore.STACK, 8, Integer.parseInt(popped, 16));
        assertEquals("ok", cpu.outcome(code));
        assertEquals(after, String.format("%06X", cpu.rflags()));
        assertEquals(SystemCore.STACK + (code.equals("9D") ? 8 : 2), cpu.gpr(X86Core.RSP));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # code, RSP moves by, pushed
            9C,   8, 3C7FD7
            669C, 2, 7FD7
            """)
    void pushfPushesAllButVmAndRf(String code, int bytes, String pushed) {
        SystemCore cpu = SystemCore.long64(0);
        cpu.setRflags(ALL);
        assertEquals("ok", cpu.outcome(code));
        assertEquals(pushed, String.format("%X", cpu.stack(0, bytes)));
        assertEquals(SystemCore.STACK - bytes, cpu.gpr(X86Core.RSP));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # CPL, IOPL, outcome
            0, 0, ok
            3, 0, #GP(0)
            3, 2, #GP(0)
            3, 3, ok
            """)
    void theInterruptFlagBelongsToCodeWhoseCplIsNotAboveTheIopl(int cpl, int iopl, String outcome) {
        SystemCore cpu = SystemCore.protected32(cpl);
        cpu.setRflags(iopl << Rflags.IOPL_SHIFT | Rflags.IF);
        assertEquals(outcome, cpu.outcome("FA"));
        assertEquals(outcome.equals("#GP(0)"), cpu.flag(Rflags.IF));
        cpu.setRflags(iopl << Rflags.IOPL_SHIFT);
        assertEquals(outcome, cpu.outcome("FB"));
        assertEquals(outcome.equals("ok"), cpu.flag(Rflags.IF));
    }

    @Test
    void stiHoldsInterruptsBackOnlyIfTheyWereOff() {
        SystemCore cpu = SystemCore.long64(0);
        cpu.setRflags(Rflags.IF);
        assertEquals("ok", cpu.outcome("FB"));
        assertEquals(InterruptShadow.NONE, cpu.shadow());
        cpu.setRflags(0);
        assertEquals("ok", cpu.outcome("FB"));
        assertEquals(InterruptShadow.STI, cpu.shadow());
        assertTrue(cpu.flag(Rflags.IF));
    }

    @Test
    void realModeMayChangeIfAndIopl() {
        SystemCore cpu = SystemCore.real();
        cpu.poke(SystemCore.STACK, 2, 0x3202);
        assertEquals("ok", cpu.outcome("9D"));
        assertEquals(0x3202, cpu.rflags());
        assertEquals("ok", cpu.outcome("FA"));
        assertEquals(0x3002, cpu.rflags());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # IOPL, outcome
            2, #GP(0)
            3, ok
            """)
    void virtual8086ModeNeedsAnIoplOf3(int iopl, String outcome) {
        for (String code : new String[] {"9C", "9D", "FA", "FB"}) {
            SystemCore cpu = SystemCore.protected32(3);
            cpu.setRflags(iopl << Rflags.IOPL_SHIFT | Rflags.VM);
            assertEquals(outcome, cpu.outcome(code), code);
        }
    }
}
