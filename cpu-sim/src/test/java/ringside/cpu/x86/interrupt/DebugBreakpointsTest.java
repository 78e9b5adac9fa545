package ringside.cpu.x86.interrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.LocalInterrupts;
import ringside.cpu.x86.Ports;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** Breakpoints of the debug registers. @sdm Vol.3B 17.2.4, 17.2.5, Table 17-2 */
class DebugBreakpointsTest {
    private final SystemCore core = SystemCore.long64(0);
    private final DebugBreakpoints breakpoints = new DebugBreakpoints(core);

    /** Sets DR0 and the fields of DR7 that belong to it. */
    private void breakpoint(long address, int condition, int length) {
        core.system().breakpointAddresses[0] = address;
        core.system().dr7 = 0x400 | 1 | condition << 16 | (long) length << 18;
        core.memory().forgetAll();
    }

    /** The manual's own table: which accesses hit. R/W and LEN are as in DR7. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # R/W | LEN | breakpoint | bytes | address | write | hits
            3     | 0   | 5001       | 1     | 5001    | false | true
            3     | 0   | 5001       | 2     | 5001    | true  | true
            3     | 0   | 5001       | 2     | 5000    | true  | true
            3     | 0   | 5001       | 4     | 5000    | false | true
            3     | 0   | 5001       | 1     | 5002    | false | false
            3     | 0   | 5001       | 2     | 5002    | false | false
            1     | 0   | 5001       | 1     | 5001    | false | false
            1     | 0   | 5001       | 1     | 5001    | true  | true
            1     | 1   | 5002       | 1     | 5003    | true  | true
            1     | 1   | 5003       | 1     | 5002    | true  | true
            1     | 3   | 5004       | 1     | 5007    | true  | true
            1     | 3   | 5004       | 8     | 5000    | true  | true
            1     | 3   | 5004       | 4     | 5000    | true  | false
            1     | 2   | 5008       | 1     | 500f    | true  | true
            1     | 2   | 5008       | 2     | 5007    | true  | true
            1     | 2   | 5008       | 1     | 5010    | true  | false
            0     | 0   | 5001       | 1     | 5001    | false | false
            """)
    void dataAccesses(int condition, int length, String at, int bytes, String address, boolean write, boolean hits) {
        core.poke(0x5000, 8, 0);
        breakpoint(Long.parseLong(at, 16), condition, length);
        core.setGpr(X86Core.RBX, Long.parseLong(address, 16));
        String prefix = bytes == 2 ? "66" : bytes == 8 ? "48" : "";
        String opcode = bytes == 1 ? (write ? "88" : "8a") : write ? "89" : "8b";
        for (int again = 0; again < 2; again++) {
            assertEquals("ok", core.outcome(prefix + opcode + "03"));
            assertEquals(hits ? 1 : 0, breakpoints.takeHits());
        }
    }

    @Test
    void pagesThatWereAccessedBeforeAreWatchedToo() {
        core.setGpr(X86Core.RBX, 0x5000);
        core.run("8903");
        core.run("8903");
        core.setGpr(X86Core.RAX, 0x5000);
        assertEquals("ok", core.outcome("0f23c0"), "MOV DR0");
        core.setGpr(X86Core.RAX, 0x1_0001);
        assertEquals("ok", core.outcome("0f23f8"), "MOV DR7");
        core.run("8903");
        assertEquals(1, breakpoints.takeHits());
        assertEquals(0, breakpoints.takeHits(), "taken once");
    }

    @Test
    void anInstructionBreakpointIsItsFirstByte() {
        breakpoint(0x8000, 0, 0);
        assertTrue(breakpoints.isArmed());
        X86Fault fault = assertThrows(X86Fault.class, () -> breakpoints.requireNoInstructionBreakpoint(0x8000));
        assertEquals(X86Fault.DB, fault.vector());
        assertEquals(1, fault.address());
        breakpoints.requireNoInstructionBreakpoint(0x8001);
        breakpoints.requireNoInstructionBreakpoint(0x7FFF);
    }

    @Test
    void nothingIsArmedAfterReset() {
        assertFalse(breakpoints.isArmed());
        core.system().dr7 = 0x400 | 0xF000_0000L;
        assertFalse(breakpoints.isArmed(), "conditions without an enabled breakpoint");
    }

    @Test
    void portsAreWatchedWhileDeIsSet() {
        core.connect(Ports.NONE, LocalInterrupts.NONE);
        breakpoint(0x60, 2, 0);
        core.ports().in(0x60, 1);
        assertEquals(0, breakpoints.takeHits());
        core.system().cr4 |= SystemRegisters.CR4_DE;
        core.ports().in(0x64, 1);
        assertEquals(0, breakpoints.takeHits());
        core.ports().out(0x5E, 4, 0);
        assertEquals(1, breakpoints.takeHits());
    }

    @Test
    void allFourCanHitAtOnce() {
        for (int i = 0; i < 4; i++) {
            core.system().breakpointAddresses[i] = 0x5000L + i;
        }
        core.system().dr7 = 0x400 | 0xAA | 0x1111_0000L;
        core.memory().forgetAll();
        core.setGpr(X86Core.RBX, 0x5000);
        core.run("8903");
        assertEquals(0xF, breakpoints.takeHits());
    }
}
