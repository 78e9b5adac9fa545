package ringside.cpu.x86.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.DescriptorTable;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.X86Core;

/** Far JMP, CALL and RET. @sdm Vol.2A "JMP", "CALL", Vol.2B "RET" */
class FarTransferTest {

    private static SystemCore core(String mode, int cpl) {
        return switch (mode) {
            case "prot" -> SystemCore.protected32(cpl);
            case "compat" -> SystemCore.compatibility(cpl);
            default -> SystemCore.long64(cpl);
        };
    }

    /** JMP m16:32, or m16:64 from 64-bit code, with the pointer at 0x5000. */
    private static String jump(SystemCore core, int selector, long offset) {
        core.poke(0x5000, core.is64() ? 8 : 4, offset);
        core.poke(core.is64() ? 0x5008 : 0x5004, 2, selector);
        return core.is64() ? "48ff2c25 00500000" : "ff2d 00500000";
    }

    private static String call(SystemCore core, int selector, long offset) {
        return jump(core, selector, offset).replace("ff2", "ff1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # mode | cpl | selector | access and flags of descriptor 0x60 | outcome  | why
            prot   | 0   | 0        | 9b c | #GP(0)   | null
            prot   | 0   | 100      | 9b c | #GP(100) | beyond the limit
            prot   | 0   | 60       | 9b c | ok       | same ring
            prot   | 0   | 60       | 93 c | #GP(60)  | data
            prot   | 0   | 60       | 82 0 | #GP(60)  | an LDT
            prot   | 0   | 60       | 8e 0 | #GP(60)  | an interrupt gate
            prot   | 0   | 60       | 1b c | #NP(60)  | not present
            prot   | 0   | 60       | fb c | #GP(60)  | to an outer ring
            prot   | 3   | 60       | 9b c | #GP(60)  | to an inner ring
            prot   | 3   | 60       | fb c | ok       | the RPL may be below the CPL
            prot   | 0   | 63       | 9b c | #GP(60)  | RPL above the CPL
            prot   | 3   | 63       | 9f c | ok       | conforming, from outside
            prot   | 0   | 60       | ff c | #GP(60)  | conforming, but outer
            prot   | 0   | 63       | 9f c | ok       | the RPL does not count for conforming code
            prot   | 0   | 60       | 9b e | ok       | L means nothing outside long mode
            compat | 0   | 60       | 9b e | #GP(60)  | both L and D
            long   | 0   | 60       | 9b a | ok       | 64-bit code
            long   | 0   | 60       | 9b c | ok       | to compatibility mode
            long   | 0   | 60       | 89 0 | #GP(60)  | a TSS in long mode
            long   | 0   | 60       | 85 0 | #GP(60)  | a task gate in long mode
            long   | 0   | 60       | 84 0 | #GP(60)  | a 16-bit call gate in long mode
            """)
    void directJumpsAndCalls(String mode, int cpl, String selector, String bits, String outcome, String why) {
        for (boolean calls : new boolean[] {false, true}) {
            SystemCore core = core(mode, cpl);
            String[] parts = bits.split(" ");
            core.segment(SystemCore.FREE, Integer.parseInt(parts[0], 16), Integer.parseInt(parts[1], 16));
            int wanted = Integer.parseInt(selector, 16);
            String code = calls ? call(core, wanted, 0x9000) : jump(core, wanted, 0x9000);
            assertEquals(outcome, core.outcome(code), why);
            if (outcome.equals("ok")) {
                assertEquals(0x9000, core.rip());
                assertEquals(wanted & ~3 | cpl, core.segment(X86Core.CS).selector(), "the RPL is the CPL");
                assertEquals(cpl, core.cpl());
            } else {
                assertEquals(SystemCore.CODE, core.rip());
                assertEquals(SystemCore.STACK, core.gpr(X86Core.RSP));
            }
        }
    }

    @Test
    void aCallPushesCsAndTheNextInstruction() {
        SystemCore core = SystemCore.protected32(0);
        assertEquals("ok", core.outcome("9a 00900000 0800"));
        assertEquals(SystemCore.CODE + 7, core.stack(0, 4));
        assertEquals(SystemCore.CODE32, core.stack(1, 4));
        assertEquals(SystemCore.STACK - 8, core.gpr(X86Core.RSP));
        assertEquals("ok", core.outcome("cb"));
        assertEquals(SystemCore.CODE + 7, core.rip());
        assertEquals(SystemCore.STACK, core.gpr(X86Core.RSP));
    }

    @Test
    void aTargetBeyondTheLimitOrNotCanonicalIsAGeneralProtectionFaultWithoutSelector() {
        SystemCore core = SystemCore.protected32(0);
        core.descriptor(SystemCore.FREE, SystemCore.descriptor(0, 0xFFF, 0x9B, 4), 0);
        assertEquals("#GP(0)", core.outcome(jump(core, SystemCore.FREE, 0x1000)));
        assertEquals("ok", core.outcome(jump(core, SystemCore.FREE, 0xFFF)));
        core = SystemCore.long64(0);
        assertEquals("#GP(0)", core.outcome(jump(core, SystemCore.CODE64, 0x8000_0000_0000L)));
    }

    @Test
    void theStackMustHaveRoomForACall() {
        SystemCore core = SystemCore.protected32(0);
        core.segment(X86Core.SS).load(SystemCore.DATA, 0, 0xA003, 0x40_9300);
        core.setGpr(X86Core.RSP, 0x4);
        assertEquals("#SS(0)", core.outcome(call(core, SystemCore.CODE32, 0x9000)));
        assertEquals(0x4, core.gpr(X86Core.RSP));
    }

    @Test
    void longModeCodeReachesCompatibilityModeAndComesBack() {
        SystemCore core = SystemCore.long64(0);
        assertEquals("ok", core.outcome(jump(core, SystemCore.CODE32, 0x9000)));
        assertEquals(32, core.codeBits());
        assertEquals("ok", core.outcome("ea 00800000 1800"));
        assertEquals(64, core.codeBits());
    }

    @Test
    void realModeLoadsSelectorAndBase() {
        SystemCore core = SystemCore.real();
        assertEquals("ok", core.outcome("9a 3412 00f0"));
        assertEquals(0xF_0000, core.segment(X86Core.CS).base());
        assertEquals(0x1234, core.rip());
        assertEquals(SystemCore.CODE + 5, core.stack(0, 2));
        assertEquals(0, core.stack(1, 2));
        assertEquals("ok", core.outcome("ca 0600"));
        assertEquals(SystemCore.CODE + 5, core.rip());
        assertEquals(SystemCore.STACK + 6, core.gpr(X86Core.RSP));
        assertEquals("#GP(0)", core.outcome("66ea 00000100 0000"), "beyond 64 KiB");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # cpl | CS | access and flags of 0x60 | outcome  | why
            0     | 0        | 9b c | #GP(0)   | null
            0     | 100      | 9b c | #GP(100) | beyond the limit
            0     | 60       | 9b c | ok       | same ring
            0     | 60       | 93 c | #GP(60)  | data
            3     | 60       | 9b c | #GP(60)  | to an inner ring
            3     | 63       | fb c | ok       | same ring
            3     | 63       | 9b c | #GP(60)  | DPL not the RPL
            3     | 63       | 9f c | ok       | conforming
            0     | 60       | ff c | #GP(60)  | conforming with a DPL above the RPL
            0     | 60       | 1b c | #NP(60)  | not present
            """)
    void returns(int cpl, String selector, String bits, String outcome, String why) {
        SystemCore core = SystemCore.protected32(cpl);
        String[] parts = bits.split(" ");
        core.segment(SystemCore.FREE, Integer.parseInt(parts[0], 16), Integer.parseInt(parts[1], 16));
        core.poke(SystemCore.STACK, 4, 0x9000);
        core.poke(SystemCore.STACK + 4, 4, Integer.parseInt(selector, 16));
        assertEquals(outcome, core.outcome("cb"), why);
    }

    @Test
    void aReturnToAnOuterRingSwitchesStacksReleasesParametersOnBothAndDropsInnerSegments() {
        SystemCore core = SystemCore.protected32(0);
        core.segment(X86Core.FS).load(SystemCore.USER_DATA, 0x77, 0xFFFF_FFFFL, 0xC0_F300);
        core.segment(X86Core.GS).load(SystemCore.CONFORMING, 0x77, 0xFFFF_FFFFL, 0xC0_9F00);
        core.poke(SystemCore.STACK, 4, 0x9000);
        core.poke(SystemCore.STACK + 4, 4, SystemCore.USER_CODE32);
        core.poke(SystemCore.STACK + 16, 4, 0x6000);
        core.poke(SystemCore.STACK + 20, 4, SystemCore.USER_DATA);
        assertEquals("ok", core.outcome("ca 0800"));
        assertEquals(3, core.cpl());
        assertEquals(0x6008, core.gpr(X86Core.RSP));
        assertEquals(SystemCore.USER_DATA, core.segment(X86Core.SS).selector());
        assertEquals(0, core.segment(X86Core.DS).selector());
        assertEquals(false, core.segment(X86Core.ES).isUsable());
        assertEquals(true, core.segment(X86Core.FS).isUsable());
        assertEquals(true, core.segment(X86Core.GS).isUsable());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # SS | access of 0x60 | outcome  | why
            0    | f3             | #GP(0)   | null
            63   | f3             | ok       | user data
            60   | f3             | #GP(60)  | RPL not that of CS
            63   | 93             | #GP(60)  | DPL not the RPL of CS
            63   | f1             | #GP(60)  | not writable
            63   | 73             | #SS(60)  | not present
            103  | f3             | #GP(100) | beyond the limit
            """)
    void theOuterStackIsChecked(String selector, String access, String outcome, String why) {
        SystemCore core = SystemCore.protected32(0);
        core.segment(SystemCore.FREE, Integer.parseInt(access, 16), 0xC);
        core.poke(SystemCore.STACK, 4, 0x9000);
        core.poke(SystemCore.STACK + 4, 4, SystemCore.USER_CODE32);
        core.poke(SystemCore.STACK + 8, 4, 0x6000);
        core.poke(SystemCore.STACK + 12, 4, Integer.parseInt(selector, 16));
        assertEquals(outcome, core.outcome("cb"), why);
        assertEquals(outcome.equals("ok") ? 3 : 0, core.cpl());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # cpl | selector | gate access | code selector | outcome  | why
            3     | 63       | ec | 8   | ok       | through a gate for ring 3
            3     | 63       | 8c | 8   | #GP(60)  | the gate's DPL is below the CPL
            0     | 63       | 8c | 8   | #GP(60)  | the gate's DPL is below the RPL
            3     | 63       | 6c | 8   | #NP(60)  | not present
            3     | 63       | ec | 0   | #GP(0)   | leads to a null selector
            3     | 63       | ec | 10  | #GP(10)  | leads to data
            3     | 63       | ec | 100 | #GP(100) | leads beyond the GDT
            0     | 60       | ec | 20  | #GP(20)  | leads to an outer ring
            """)
    void callGates(int cpl, String selector, String access, String code, String outcome, String why) {
        SystemCore core = SystemCore.protected32(cpl);
        long gate = SystemCore.gate(Integer.parseInt(code, 16), 0x9000, Integer.parseInt(access, 16), 0);
        core.descriptor(SystemCore.FREE, gate, 0);
        assertEquals(outcome, core.outcome(call(core, Integer.parseInt(selector, 16), 0)), why);
        if (outcome.equals("ok")) {
            assertEquals(0x9000, core.rip());
            assertEquals(0, core.cpl());
        }
    }

    @Test
    void aJumpThroughAGateCannotChangeTheRing() {
        SystemCore core = SystemCore.protected32(3);
        core.descriptor(SystemCore.FREE, SystemCore.gate(SystemCore.CODE32, 0x9000, 0xEC, 0), 0);
        assertEquals("#GP(8)", core.outcome(jump(core, SystemCore.FREE | 3, 0)));
        core.descriptor(SystemCore.FREE, SystemCore.gate(SystemCore.CONFORMING, 0x9000, 0xEC, 0), 0);
        assertEquals("ok", core.outcome(jump(core, SystemCore.FREE | 3, 0)));
        assertEquals(3, core.cpl());
        assertEquals(SystemCore.CONFORMING | 3, core.segment(X86Core.CS).selector());
    }

    @Test
    void aCallToAnInnerRingCopiesParametersToTheNewStack() {
        SystemCore core = SystemCore.protected32(3);
        core.descriptor(SystemCore.FREE, SystemCore.gate(SystemCore.CODE32, 0x1_2345, 0xEC, 2), 0);
        core.poke(SystemCore.STACK, 4, 0x1111);
        core.poke(SystemCore.STACK + 4, 4, 0x2222);
        assertEquals("ok", core.outcome(call(core, SystemCore.FREE | 3, 0)));
        assertEquals(0x1_2345, core.rip());
        assertEquals(SystemCore.RING_STACKS - 24, core.gpr(X86Core.RSP));
        assertEquals(SystemCore.DATA, core.segment(X86Core.SS).selector());
        assertEquals(SystemCore.CODE + 6, core.stack(0, 4));
        assertEquals(SystemCore.USER_CODE32, core.stack(1, 4));
        assertEquals(0x1111, core.stack(2, 4));
        assertEquals(0x2222, core.stack(3, 4));
        assertEquals(SystemCore.STACK, core.stack(4, 4));
        assertEquals(SystemCore.USER_DATA, core.stack(5, 4));
        assertEquals("ok", core.outcome("ca 0800"));
        assertEquals(3, core.cpl());
        assertEquals(SystemCore.STACK + 8, core.gpr(X86Core.RSP));
    }

    @Test
    void aGateOf16BitsPushesWordsAndHasAnOffsetOfSixteenBits() {
        SystemCore core = SystemCore.protected32(3);
        core.descriptor(SystemCore.FREE, SystemCore.gate(SystemCore.CODE32, 0x1_2345, 0xE4, 1), 0);
        core.poke(SystemCore.STACK, 2, 0x1111);
        assertEquals("ok", core.outcome(call(core, SystemCore.FREE | 3, 0)));
        assertEquals(0x2345, core.rip());
        assertEquals(SystemCore.CODE + 6, core.stack(0, 2));
        assertEquals(SystemCore.USER_CODE32, core.stack(1, 2));
        assertEquals(0x1111, core.stack(2, 2));
        assertEquals(SystemCore.STACK, core.stack(3, 2));
        assertEquals(SystemCore.USER_DATA, core.stack(4, 2));
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
            60   | 93             | ok       | fine
            """)
    void theInnerStackIsChecked(String selector, String access, String outcome, String why) {
        SystemCore core = SystemCore.protected32(3);
        core.segment(SystemCore.FREE, Integer.parseInt(access, 16), 0xC);
        core.descriptor(SystemCore.FREE + 8, SystemCore.gate(SystemCore.CODE32, 0x9000, 0xEC, 0), 0);
        core.poke(SystemCore.TSS + 8, 4, Integer.parseInt(selector, 16));
        assertEquals(outcome, core.outcome(call(core, SystemCore.FREE + 8 | 3, 0)), why);
    }

    @Test
    void aTssTooShortForTheStackIsAnInvalidTss() {
        SystemCore core = SystemCore.protected32(3);
        core.tr().load(SystemCore.TASK, SystemCore.TSS, 8, 0x8B00);
        core.descriptor(SystemCore.FREE, SystemCore.gate(SystemCore.CODE32, 0x9000, 0xEC, 0), 0);
        assertEquals("#TS(38)", core.outcome(call(core, SystemCore.FREE | 3, 0)));
    }

    @Test
    void anInnerStackWithoutRoomIsNamedInTheErrorCode() {
        SystemCore core = SystemCore.protected32(3);
        core.descriptor(SystemCore.FREE, SystemCore.gate(SystemCore.CODE32, 0x9000, 0xEC, 0), 0);
        core.descriptor(SystemCore.DATA, SystemCore.descriptor(0, 0xFFF, 0x93, 4), 0);
        assertEquals("#SS(10)", core.outcome(call(core, SystemCore.FREE | 3, 0)));
    }

    @Test
    void aGateOf64BitsHasSixteenBytesAndANullStackSelector() {
        SystemCore core = SystemCore.long64(3);
        long offset = 0x1234_0000_9000L;
        core.descriptor(SystemCore.FREE, SystemCore.gate(SystemCore.CODE64, offset, 0xEC, 0), offset >>> 32);
        String code = call(core, SystemCore.FREE | 3, 0);
        assertEquals("ok", core.outcome(code));
        assertEquals(offset, core.rip());
        assertEquals(0, core.segment(X86Core.SS).selector());
        assertEquals(SystemCore.RING_STACKS - 32, core.gpr(X86Core.RSP));
        assertEquals(SystemCore.CODE + 8, core.stack(0, 8));
        assertEquals(SystemCore.USER_CODE64, core.stack(1, 8));
        assertEquals(SystemCore.STACK, core.stack(2, 8));
        assertEquals(SystemCore.USER_DATA, core.stack(3, 8));
        assertEquals("ok", core.outcome("48cb"));
        assertEquals(3, core.cpl());
        assertEquals(SystemCore.STACK, core.gpr(X86Core.RSP));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # code selector | second half       | outcome | why
            18              | 0000000000000000  | ok      | 64-bit code
            8               | 0000000000000000  | #GP(8)  | only 64-bit code may be behind a gate
            18              | 0000010000000000  | #GP(60) | a type in the second half
            18              | 0000000000008000  | #GP(0)  | an offset that is not canonical
            """)
    void gatesOf64BitsAreChecked(String code, String high, String outcome, String why) {
        SystemCore core = SystemCore.long64(3);
        core.poke(SystemCore.GDT + SystemCore.FREE, 8, SystemCore.gate(Integer.parseInt(code, 16), 0x9000, 0xEC, 0));
        core.poke(SystemCore.GDT + SystemCore.FREE + 8, 8, Long.parseUnsignedLong(high, 16));
        assertEquals(outcome, core.outcome(call(core, SystemCore.FREE | 3, 0)), why);
    }

    @Test
    void theSecondHalfOfALongGateMustBeWithinTheTable() {
        SystemCore core = SystemCore.long64(3);
        core.setGdtr(new DescriptorTable(SystemCore.GDT, SystemCore.FREE + 7));
        core.descriptor(SystemCore.FREE, SystemCore.gate(SystemCore.CODE64, 0x9000, 0xEC, 0), 0);
        assertEquals("#GP(60)", core.outcome(call(core, SystemCore.FREE | 3, 0)));
    }

    @Test
    void anInnerStackThatIsNotCanonicalIsAStackFault() {
        SystemCore core = SystemCore.long64(3);
        core.poke(SystemCore.TSS + 4, 8, 0x8000_0000_0100L);
        core.descriptor(SystemCore.FREE, SystemCore.gate(SystemCore.CODE64, 0x9000, 0xEC, 0), 0);
        assertEquals("#SS(0)", core.outcome(call(core, SystemCore.FREE | 3, 0)));
    }
}
