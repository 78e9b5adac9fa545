package ringside.cpu.x86.interrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.x86.DescriptorTable;
import ringside.cpu.x86.InterruptShadow;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** From a vector to the first instruction of its handler. @sdm Vol.3A 6.12, 6.13, 6.14, Vol.2A "INT n" */
class InterruptDeliveryTest {
    private static final long HANDLER = 0x9000;
    private static final int FLAGS = Rflags.IF | Rflags.TF | Rflags.CF;

    // ---- real mode ----

    @Test
    void realModeReadsTheVectorTableAndPushesThreeWords() {
        SystemCore core = SystemCore.real();
        core.poke(0x21 * 4, 4, 0xF000_1234L);
        core.setRflags(FLAGS | Rflags.AC);
        assertEquals("ok", core.outcome("cd21"));
        assertEquals(0x1234, core.rip());
        assertEquals(0xF_0000, core.segment(X86Core.CS).base());
        assertEquals(SystemCore.CODE + 2, core.stack(0, 2));
        assertEquals(0, core.stack(1, 2));
        assertEquals(FLAGS | 2, core.stack(2, 2));
        assertFalse(core.flag(Rflags.IF | Rflags.TF | Rflags.AC));
        assertTrue(core.flag(Rflags.CF));
        assertEquals("ok", core.outcome("cf"));
        assertEquals(SystemCore.CODE + 2, core.rip());
        assertEquals(FLAGS, core.rflags() & FLAGS);
        assertEquals(SystemCore.STACK, core.gpr(X86Core.RSP));
    }

    @Test
    void realModeChecksTheLimitOfTheTable() {
        SystemCore core = SystemCore.real();
        core.setIdtr(new DescriptorTable(0, 0x21 * 4 + 2));
        assertEquals(X86Fault.GP, core.run("cd21").vector());
    }

    // ---- protected mode ----

    @Test
    void anInterruptGateClearsIfAndATrapGateDoesNot() {
        for (int access : new int[] {0x8E, 0x8F}) {
            SystemCore core = SystemCore.protected32(0);
            core.interruptGate(0x40, SystemCore.CODE32, HANDLER, access, 0);
            core.setRflags(FLAGS | Rflags.NT);
            InterruptDelivery.external(core, 0x40);
            assertEquals(HANDLER, core.nextRip());
            assertEquals(access == 0x8F, core.flag(Rflags.IF));
            assertFalse(core.flag(Rflags.TF | Rflags.NT));
            assertEquals(SystemCore.CODE, core.stack(0, 4));
            assertEquals(SystemCore.CODE32, core.stack(1, 4));
            assertEquals(FLAGS | Rflags.NT | 2, core.stack(2, 4));
            assertEquals(SystemCore.STACK - 12, core.gpr(X86Core.RSP));
        }
    }

    @Test
    void fromAnOuterRingTheStackIsSwitchedAndTheErrorCodePushedLast() {
        SystemCore core = SystemCore.protected32(3);
        core.interruptGate(X86Fault.GP, SystemCore.CODE32, HANDLER, 0x8E, 0);
        InterruptDelivery.exception(core, X86Fault.generalProtection(0x5678));
        assertEquals(0, core.cpl());
        assertEquals(SystemCore.RING_STACKS - 24, core.gpr(X86Core.RSP));
        assertEquals(SystemCore.DATA, core.segment(X86Core.SS).selector());
        assertEquals(0x5678, core.stack(0, 4));
        assertEquals(SystemCore.CODE, core.stack(1, 4));
        assertEquals(SystemCore.USER_CODE32, core.stack(2, 4));
        assertEquals(Rflags.RF | 2, core.stack(3, 4), "a fault saves RF as 1");
        assertEquals(SystemCore.STACK, core.stack(4, 4));
        assertEquals(SystemCore.USER_DATA, core.stack(5, 4));
    }

    @Test
    void aGateOf16BitsPushesWords() {
        SystemCore core = SystemCore.protected32(3);
        core.interruptGate(X86Fault.GP, SystemCore.CODE32, 0x1_9000, 0x86, 0);
        InterruptDelivery.exception(core, X86Fault.generalProtection(0x5678));
        assertEquals(HANDLER, core.nextRip());
        assertEquals(SystemCore.RING_STACKS - 12, core.gpr(X86Core.RSP));
        assertEquals(0x5678, core.stack(0, 2));
        assertEquals(SystemCore.USER_DATA, core.stack(5, 2));
    }

    @Test
    void aConformingHandlerRunsInTheRingOfTheInterruptedCode() {
        SystemCore core = SystemCore.protected32(3);
        core.interruptGate(0x40, SystemCore.CONFORMING, HANDLER, 0x8E, 0);
        InterruptDelivery.external(core, 0x40);
        assertEquals(3, core.cpl());
        assertEquals(SystemCore.CONFORMING | 3, core.segment(X86Core.CS).selector());
        assertEquals(SystemCore.STACK - 12, core.gpr(X86Core.RSP));
    }

    /** INT 40h: error codes have EXT clear. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # mode | cpl | gate access | code selector | outcome  | why
            prot   | 3   | ee          | 8             | ok       | DPL 3
            prot   | 3   | 8e          | 8             | #GP(202) | the gate's DPL is below the CPL
            prot   | 0   | 8e          | 8             | ok       | ring 0 may
            prot   | 3   | 6e          | 8             | #NP(202) | not present
            prot   | 3   | 00          | 8             | #GP(202) | no gate
            prot   | 3   | ec          | 8             | #GP(202) | a call gate
            prot   | 3   | fe          | 8             | #GP(202) | not a system descriptor
            prot   | 3   | ee          | 0             | #GP(0)   | leads to a null selector
            prot   | 3   | ee          | 100           | #GP(100) | leads beyond the GDT
            prot   | 3   | ee          | 10            | #GP(10)  | leads to data
            prot   | 0   | ee          | 20            | #GP(20)  | leads to an outer ring
            long   | 3   | ee          | 18            | ok       | 64-bit
            long   | 3   | e6          | 18            | #GP(202) | a 16-bit gate in long mode
            long   | 3   | e5          | 18            | #GP(202) | a task gate in long mode
            long   | 3   | ee          | 8             | #GP(8)   | leads to code that is not 64-bit code
            long   | 0   | ee          | 30            | #GP(30)  | leads to an outer ring
            """)
    void softwareInterrupts(String mode, int cpl, String access, String code, String outcome, String why) {
        SystemCore core = mode.equals("long") ? SystemCore.long64(cpl) : SystemCore.protected32(cpl);
        core.interruptGate(0x40, Integer.parseInt(code, 16), HANDLER, Integer.parseInt(access, 16), 0);
        assertEquals(outcome, core.outcome("cd40"), why);
        assertEquals(outcome.equals("ok") ? HANDLER : SystemCore.CODE, core.rip());
    }

    @Test
    void hardwareDoesNotCareAboutTheDplAndSetsExt() {
        SystemCore core = SystemCore.protected32(3);
        core.interruptGate(0x40, SystemCore.CODE32, HANDLER, 0x8E, 0);
        InterruptDelivery.external(core, 0x40);
        assertEquals(HANDLER, core.nextRip());

        core = SystemCore.protected32(0);
        core.interruptGate(X86Fault.NP, SystemCore.CODE32, HANDLER, 0x8E, 0);
        core.interruptGate(0x40, SystemCore.CODE32, HANDLER, 0x0E, 0);
        InterruptDelivery.external(core, 0x40);
        assertEquals(0x40 << 3 | 2 | 1, core.stack(0, 4));
    }

    @Test
    void theIdtsLimitIsChecked() {
        SystemCore core = SystemCore.protected32(0);
        core.setIdtr(new DescriptorTable(SystemCore.IDT, 0x40 * 8 + 6));
        assertEquals("#GP(202)", core.outcome("cd40"));
        core = SystemCore.long64(0);
        core.setIdtr(new DescriptorTable(SystemCore.IDT, 0x40 * 16 + 14));
        assertEquals("#GP(202)", core.outcome("cd40"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # SS0 in the TSS | access of 0x60 | outcome  | why
            0    | 93             | #TS(0)   | null
            100  | 93             | #TS(100) | beyond the limit
            63   | 93             | #TS(60)  | RPL not the new ring
            60   | f3             | #TS(60)  | DPL not the new ring
            60   | 91             | #TS(60)  | not writable
            60   | 13             | #SS(60)  | not present
            """)
    void theInnerStackIsChecked(String selector, String access, String outcome, String why) {
        SystemCore core = SystemCore.protected32(3);
        core.segment(SystemCore.FREE, Integer.parseInt(access, 16), 0xC);
        core.interruptGate(0x40, SystemCore.CODE32, HANDLER, 0xEE, 0);
        core.poke(SystemCore.TSS + 8, 4, Integer.parseInt(selector, 16));
        assertEquals(outcome, core.outcome("cd40"), why);
    }

    @Test
    void aHandlerBeyondItsSegmentIsAFault() {
        SystemCore core = SystemCore.protected32(0);
        core.descriptor(SystemCore.FREE, SystemCore.descriptor(0, 0xFFF, 0x9B, 4), 0);
        core.interruptGate(0x40, SystemCore.FREE, HANDLER, 0xEE, 0);
        assertEquals("#GP(0)", core.outcome("cd40"));
    }

    @Test
    void int3AndIntoGoThroughTheirGates() {
        SystemCore core = SystemCore.protected32(3);
        core.interruptGate(X86Fault.BP, SystemCore.CODE32, HANDLER, 0xEE, 0);
        assertEquals("ok", core.outcome("cc"));
        assertEquals(SystemCore.CODE + 1, core.stack(0, 4));

        core = SystemCore.protected32(3);
        core.interruptGate(X86Fault.OF, SystemCore.CODE32, HANDLER, 0x8E, 0);
        assertEquals("ok", core.outcome("ce"), "OF is clear");
        core.setRflags(Rflags.OF);
        assertEquals("#GP(22)", core.outcome("ce"));
    }

    @Test
    void int1IgnoresTheDplAndSetsNoBitOfDr6() {
        SystemCore core = SystemCore.protected32(3);
        core.interruptGate(X86Fault.DB, SystemCore.CODE32, HANDLER, 0x8E, 0);
        assertEquals("ok", core.outcome("f1"));
        assertEquals(HANDLER, core.rip());
        assertEquals(SystemCore.CODE + 1, core.stack(0, 4));
        assertEquals(0xFFFF_0FF0L, core.system().dr6);
    }

    // ---- long mode ----

    @Test
    void longModeAlignsTheStackAndAlwaysSavesIt() {
        SystemCore core = SystemCore.long64(0);
        core.setGpr(X86Core.RSP, SystemCore.STACK - 5);
        core.interruptGate(0x40, SystemCore.CODE64, 0x1234_0000_9000L, 0x8E, 0);
        InterruptDelivery.external(core, 0x40);
        assertEquals(0x1234_0000_9000L, core.nextRip());
        assertEquals(SystemCore.STACK - 16 - 40, core.gpr(X86Core.RSP));
        assertEquals(SystemCore.CODE, core.stack(0, 8));
        assertEquals(SystemCore.CODE64, core.stack(1, 8));
        assertEquals(2, core.stack(2, 8));
        assertEquals(SystemCore.STACK - 5, core.stack(3, 8));
        assertEquals(SystemCore.DATA, core.stack(4, 8));
        assertEquals(SystemCore.DATA, core.segment(X86Core.SS).selector(), "SS stays while the ring does");
        core.poke(core.gpr(X86Core.RSP), 8, SystemCore.CODE);
        core.setRip(core.nextRip());
        assertEquals("ok", core.outcome("48cf"));
        assertEquals(SystemCore.STACK - 5, core.gpr(X86Core.RSP));
    }

    @Test
    void fromRing3SsBecomesNullAndIretqGoesBack() {
        SystemCore core = SystemCore.long64(3);
        core.interruptGate(X86Fault.GP, SystemCore.CODE64, HANDLER, 0x8E, 0);
        InterruptDelivery.exception(core, X86Fault.generalProtection(0));
        assertEquals(0, core.cpl());
        assertEquals(0, core.segment(X86Core.SS).selector());
        assertFalse(core.segment(X86Core.SS).isUsable());
        assertEquals(SystemCore.RING_STACKS - 48, core.gpr(X86Core.RSP));
        core.setRip(core.nextRip());
        core.dropStack(8);
        assertEquals("ok", core.outcome("48cf"));
        assertEquals(3, core.cpl());
        assertEquals(SystemCore.CODE, core.rip());
        assertEquals(SystemCore.USER_DATA, core.segment(X86Core.SS).selector());
        assertTrue(core.flag(Rflags.RF), "IRET loads RF");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void theInterruptStackTableSwitchesWhateverTheRing(int cpl) {
        SystemCore core = SystemCore.long64(cpl);
        core.poke(SystemCore.TSS + 36 + 8 * 2, 8, 0x7008);
        core.interruptGate(0x40, SystemCore.CODE64, HANDLER, 0xEE, 3);
        assertEquals("ok", core.outcome("cd40"));
        assertEquals(0x7000 - 40, core.gpr(X86Core.RSP));
        assertEquals(SystemCore.STACK, core.stack(3, 8));
        assertEquals(cpl == 0 ? SystemCore.DATA : 0, core.segment(X86Core.SS).selector());
    }

    @Test
    void addressesThatAreNotCanonicalFault() {
        SystemCore core = SystemCore.long64(0);
        core.interruptGate(0x40, SystemCore.CODE64, 0x8000_0000_0000L, 0xEE, 0);
        assertEquals("#GP(0)", core.outcome("cd40"));
        core.interruptGate(0x40, SystemCore.CODE64, HANDLER, 0xEE, 1);
        core.poke(SystemCore.TSS + 36, 8, 0x8000_0000_1000L);
        assertEquals("#SS(0)", core.outcome("cd40"));
        core.tr().load(SystemCore.TASK, SystemCore.TSS, 42, 0x8B00);
        assertEquals("#TS(38)", core.outcome("cd40"));
    }

    // ---- what all have in common ----

    @Test
    void pageFaultsLoadCr2() {
        SystemCore core = SystemCore.long64(0);
        core.interruptGate(X86Fault.PF, SystemCore.CODE64, HANDLER, 0x8E, 0);
        InterruptDelivery.exception(core, X86Fault.page(0xFFFF_8000_1234_5678L, 2));
        assertEquals(0xFFFF_8000_1234_5678L, core.system().cr2);
        assertEquals(2, core.stack(0, 8));
        assertNull(core.diagnosis);
    }

    @Test
    void aDebugTrapSetsItsBitsInDr6AndClearsGd() {
        SystemCore core = SystemCore.long64(0);
        core.interruptGate(X86Fault.DB, SystemCore.CODE64, HANDLER, 0x8E, 0);
        core.system().dr6 |= 0xF | 1 << 15;
        core.system().dr7 |= DebugBreakpoints.GENERAL_DETECT;
        core.setShadow(InterruptShadow.STI);
        InterruptDelivery.debugTrap(core, DebugBreakpoints.SINGLE_STEP | 2);
        assertEquals(0xFFFF_0FF0L | 1 << 15 | 1 << 14 | 2, core.system().dr6);
        assertEquals(0x400, core.system().dr7);
        assertEquals(2, core.stack(2, 8), "a trap does not save RF as 1");
        assertEquals(InterruptShadow.NONE, core.shadow());
    }

    @Test
    void anInstructionBreakpointIsAFaultThatDoesNotSaveRf() {
        SystemCore core = SystemCore.long64(0);
        core.interruptGate(X86Fault.DB, SystemCore.CODE64, HANDLER, 0x8E, 0);
        InterruptDelivery.exception(core, X86Fault.debug(1));
        assertEquals(0, core.stack(2, 8) & Rflags.RF);
        core = SystemCore.long64(0);
        core.interruptGate(X86Fault.DB, SystemCore.CODE64, HANDLER, 0x8E, 0);
        InterruptDelivery.exception(core, X86Fault.debug(DebugBreakpoints.DEBUG_REGISTER_ACCESS));
        assertEquals(Rflags.RF, core.stack(2, 8) & Rflags.RF);
    }
}
