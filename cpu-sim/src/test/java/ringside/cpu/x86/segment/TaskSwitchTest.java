package ringside.cpu.x86.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.interrupt.InterruptDelivery;

/** Task switches through a TSS of 32 bits. @sdm Vol.3A 7.3 */
class TaskSwitchTest {
    private static final int OTHER = SystemCore.FREE;
    private static final int GATE = SystemCore.FREE + 8;
    private static final int OTHER_TSS = 0x5000;
    private static final String JMP_OTHER = "ea 00000000 6000";
    private static final String CALL_OTHER = "9a 00000000 6000";
    private static final String IRET = "cf";

    private final SystemCore core = SystemCore.protected32(0);

    @BeforeEach
    void anotherTask() {
        core.descriptor(OTHER, SystemCore.descriptor(OTHER_TSS, 0x67, 0x89, 0), 0);
        core.poke(OTHER_TSS + 0x20, 4, 0x9000);
        core.poke(OTHER_TSS + 0x24, 4, 2);
        for (int i = 0; i < 8; i++) {
            core.poke(OTHER_TSS + 0x28 + 4 * i, 4, 0x100 + i);
        }
        core.poke(OTHER_TSS + 0x38, 4, 0x6000);
        for (int i = 0; i < 6; i++) {
            core.poke(OTHER_TSS + 0x48 + 4 * i, 4, i == X86Core.CS ? SystemCore.CODE32 : SystemCore.DATA);
        }
        for (int i = 0; i < 8; i++) {
            core.setGpr(i, i == X86Core.RSP ? SystemCore.STACK : 0x200 + i);
        }
    }

    private int busy(int selector) {
        return (int) core.peek(SystemCore.GDT + selector + 5, 1) & 2;
    }

    @Test
    void aJumpSavesTheOldTaskAndMakesItAvailable() {
        assertEquals("ok", core.outcome(JMP_OTHER));
        assertEquals(0x9000, core.rip());
        assertEquals(0x100, core.gpr(X86Core.RAX));
        assertEquals(0x6000, core.gpr(X86Core.RSP));
        assertEquals(OTHER, core.tr().selector());
        assertEquals(2, busy(OTHER));
        assertEquals(0, busy(SystemCore.TASK));
        assertEquals(SystemCore.CODE + 7, core.peek(SystemCore.TSS + 0x20, 4));
        assertEquals(0x203, core.peek(SystemCore.TSS + 0x34, 4));
        assertEquals(SystemCore.CODE32, core.peek(SystemCore.TSS + 0x4C, 2));
        assertTrue((core.system().cr0 & SystemRegisters.CR0_TS) != 0);
        assertFalse(core.flag(Rflags.NT));
    }

    @Test
    void aCallNestsAndIretReturns() {
        assertEquals("ok", core.outcome(CALL_OTHER));
        assertEquals(SystemCore.TASK, core.peek(OTHER_TSS, 2));
        assertTrue(core.flag(Rflags.NT));
        assertEquals(2, busy(SystemCore.TASK));
        assertEquals("ok", core.outcome(IRET));
        assertEquals(SystemCore.CODE + 7, core.rip());
        assertEquals(0x200, core.gpr(X86Core.RAX));
        assertEquals(SystemCore.TASK, core.tr().selector());
        assertEquals(0, busy(OTHER));
        assertEquals(0, core.peek(OTHER_TSS + 0x24, 4) & Rflags.NT, "the saved flags are without NT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # access | limit | outcome | why
            89       | 67    | ok      | an available TSS
            8b       | 67    | #GP(60) | a busy TSS
            09       | 67    | #NP(60) | not present
            89       | 66    | #TS(60) | too short
            """)
    void theDescriptorIsChecked(String access, String limit, String outcome, String why) {
        long low = SystemCore.descriptor(OTHER_TSS, Integer.parseInt(limit, 16), Integer.parseInt(access, 16), 0);
        core.descriptor(OTHER, low, 0);
        assertEquals(outcome, core.outcome(JMP_OTHER), why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # register | selector | outcome  | why
            1          | 0        | #TS(0)   | CS is null
            1          | 10       | #TS(10)  | CS is data
            2          | 0        | #TS(0)   | SS is null
            2          | 8        | #TS(8)   | SS is code
            3          | 100      | #TS(100) | DS beyond the GDT
            3          | 0        | ok       | DS may be null
            """)
    void segmentsOfTheNewTaskFaultInTheNewTask(int register, String selector, String outcome, String why) {
        core.poke(OTHER_TSS + 0x48 + 4 * register, 4, Integer.parseInt(selector, 16));
        assertEquals(outcome, core.outcome(JMP_OTHER), why);
        assertEquals(0x9000, core.rip());
        assertEquals(OTHER, core.tr().selector());
    }

    @Test
    void anExceptionThroughATaskGatePushesItsErrorCodeThere() {
        core.poke(SystemCore.IDT + 13 * 8, 8, SystemCore.gate(OTHER, 0, 0x85, 0));
        InterruptDelivery.exception(core, X86Fault.generalProtection(0x1234));
        assertEquals(0x9000, core.nextRip());
        assertEquals(0x5FFC, core.gpr(X86Core.RSP));
        assertEquals(0x1234, core.peek(0x5FFC, 4));
        assertEquals(SystemCore.CODE, core.peek(SystemCore.TSS + 0x20, 4));
        assertEquals(Rflags.RF, core.peek(SystemCore.TSS + 0x24, 4) & Rflags.RF);
        assertTrue(core.flag(Rflags.NT));
    }

    @Test
    void aTaskGateLeadsToItsTaskAndHasItsOwnPrivilege() {
        core.descriptor(GATE, SystemCore.gate(OTHER, 0, 0x85, 0), 0);
        assertEquals("#GP(68)", core.outcome("ea 00000000 6b00"));
        assertEquals("ok", core.outcome("ea 00000000 6800"));
        assertEquals(OTHER, core.tr().selector());
    }

    @Test
    void iretWithoutATaskToReturnToIsAnInvalidTss() {
        core.setRflags(Rflags.NT);
        core.poke(SystemCore.TSS, 2, OTHER);
        assertEquals("#TS(60)", core.outcome(IRET), "the link must name a busy TSS");
    }

    @Test
    void theTrapBitAsksForADebugException() {
        core.poke(OTHER_TSS + 0x64, 2, 1);
        core.run(JMP_OTHER);
        assertEquals(1 << 15, core.hardwareBreakpoints().takeHits());
    }
}
