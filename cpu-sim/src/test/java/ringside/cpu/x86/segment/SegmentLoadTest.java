package ringside.cpu.x86.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.InterruptShadow;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.X86Core;

/** Loads of data and stack segments. @sdm Vol.2B "MOV", Vol.3A 5.6, 5.7 */
class SegmentLoadTest {
    private static final String MOV_DS_AX = "8ed8";
    private static final String MOV_SS_AX = "8ed0";
    private static final String MOV_FS_AX = "8ee0";

    private static SystemCore core(String mode, int cpl) {
        return switch (mode) {
            case "prot" -> SystemCore.protected32(cpl);
            case "compat" -> SystemCore.compatibility(cpl);
            default -> SystemCore.long64(cpl);
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # mode | cpl | selector | access of descriptor 0x60 | outcome        | why
            prot   | 0   | 0        | 93                        | ok             | null is allowed until it is used
            prot   | 3   | 3        | 93                        | ok             | any of the four null selectors
            prot   | 0   | 60       | 93                        | ok             | data
            prot   | 0   | 60       | 91                        | ok             | read-only data
            prot   | 0   | 60       | 9b                        | ok             | readable code
            prot   | 0   | 60       | 99                        | #GP(60)        | execute-only code
            prot   | 0   | 60       | 89                        | #GP(60)        | a system segment
            prot   | 0   | 60       | 13                        | #NP(60)        | not present
            prot   | 0   | 63       | 93                        | #GP(60)        | RPL above DPL
            prot   | 3   | 60       | 93                        | #GP(60)        | CPL above DPL
            prot   | 3   | 63       | f3                        | ok             | user data
            prot   | 3   | 60       | f3                        | ok             | the RPL may be below the CPL
            prot   | 3   | 63       | 9f                        | ok             | conforming code, whatever its DPL
            prot   | 3   | 63       | 9b                        | #GP(60)        | code that does not conform
            prot   | 3   | 63       | 73                        | #NP(60)        | the privilege check comes first, then presence
            prot   | 3   | 63       | 13                        | #GP(60)        | the privilege check comes first, then presence
            prot   | 0   | 100      | 93                        | #GP(100)       | beyond the limit of the GDT
            prot   | 0   | 64       | 93                        | #GP(64)        | no LDT
            compat | 3   | 63       | f3                        | ok             | as in protected mode
            long   | 0   | 63       | 93                        | #GP(60)        | as in protected mode
            long   | 3   | 0        | 93                        | ok             | null
            """)
    void dataSegments(String mode, int cpl, String selector, String access, String outcome, String why) {
        SystemCore core = core(mode, cpl);
        core.segment(SystemCore.FREE, Integer.parseInt(access, 16), 0xC);
        core.setGpr(X86Core.RAX, Integer.parseInt(selector, 16));
        int before = core.segment(X86Core.DS).selector();
        assertEquals(outcome, core.outcome(MOV_DS_AX), why);
        assertEquals(
                outcome.equals("ok") ? Integer.parseInt(selector, 16) : before,
                core.segment(X86Core.DS).selector());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # mode | cpl | selector | access of descriptor 0x60 | outcome  | why
            prot   | 0   | 0        | 93                        | #GP(0)   | null
            prot   | 0   | 60       | 93                        | ok       | writable data
            prot   | 0   | 60       | 91                        | #GP(60)  | read-only data
            prot   | 0   | 60       | 9b                        | #GP(60)  | code
            prot   | 0   | 60       | 82                        | #GP(60)  | a system segment
            prot   | 0   | 63       | 93                        | #GP(60)  | RPL not the CPL
            prot   | 0   | 60       | f3                        | #GP(60)  | DPL not the CPL
            prot   | 3   | 63       | f3                        | ok       | ring 3
            prot   | 3   | 60       | f3                        | #GP(60)  | RPL not the CPL
            prot   | 0   | 60       | 13                        | #SS(60)  | not present
            prot   | 0   | 100      | 93                        | #GP(100) | beyond the limit of the GDT
            compat | 0   | 0        | 93                        | #GP(0)   | null is only for 64-bit code
            long   | 0   | 0        | 93                        | ok       | null in ring 0 of 64-bit mode
            long   | 0   | 3        | 93                        | #GP(0)   | null with an RPL that is not the CPL
            long   | 3   | 3        | 93                        | #GP(0)   | null in ring 3
            """)
    void stackSegments(String mode, int cpl, String selector, String access, String outcome, String why) {
        SystemCore core = core(mode, cpl);
        core.segment(SystemCore.FREE, Integer.parseInt(access, 16), 0xC);
        core.setGpr(X86Core.RAX, Integer.parseInt(selector, 16));
        assertEquals(outcome, core.outcome(MOV_SS_AX), why);
    }

    @Test
    void theHiddenPartIsLoadedWithGranularityAndTheDescriptorMarkedAsAccessed() {
        SystemCore core = SystemCore.protected32(0);
        core.descriptor(SystemCore.FREE, SystemCore.descriptor(0x1234_5678, 0xABCDE, 0x92, 0xC), 0);
        core.setGpr(X86Core.RAX, SystemCore.FREE);
        assertEquals("ok", core.outcome(MOV_DS_AX));
        assertEquals(0x1234_5678, core.segment(X86Core.DS).base());
        assertEquals(0xABCD_EFFFL, core.segment(X86Core.DS).limit());
        assertEquals(0x93, core.peek(SystemCore.GDT + SystemCore.FREE + 5, 1));
        assertEquals(0x93, core.segment(X86Core.DS).attributes() >>> 8 & 0xFF);
    }

    @Test
    void selectorsWithTheTableBitMeanTheLdt() {
        SystemCore core = SystemCore.protected32(0);
        core.ldtr().load(0x68, SystemCore.LDT, 0xF, 0x8200);
        core.poke(SystemCore.LDT + 8, 8, SystemCore.descriptor(0x5000, 0xF, 0x93, 4));
        core.setGpr(X86Core.RAX, 0xC);
        assertEquals("ok", core.outcome(MOV_DS_AX));
        assertEquals(0x5000, core.segment(X86Core.DS).base());
        core.setGpr(X86Core.RAX, 0x14);
        assertEquals("#GP(14)", core.outcome(MOV_DS_AX));
    }

    @Test
    void aNullSelectorMakesTheSegmentUnusable() {
        SystemCore core = SystemCore.protected32(0);
        core.setGpr(X86Core.RAX, 0);
        core.run(MOV_DS_AX);
        assertFalse(core.segment(X86Core.DS).isUsable());
        assertEquals("#GP(0)", core.outcome("a1 00000000"));
    }

    @Test
    void aNullSelectorInFsZeroesItsBaseAsIntelDoesIt() {
        SystemCore core = SystemCore.long64(0);
        core.segment(X86Core.FS).setBase(0x1234);
        core.setGpr(X86Core.RAX, 0);
        core.run(MOV_FS_AX);
        assertEquals(0, core.segment(X86Core.FS).base());
    }

    @Test
    void inRealModeOnlySelectorAndBaseChange() {
        SystemCore core = SystemCore.real();
        core.segment(X86Core.DS).load(0, 0, 0xFFFF_FFFFL, 0x9300);
        core.setGpr(X86Core.RAX, 0x1234);
        assertEquals("ok", core.outcome(MOV_DS_AX));
        assertEquals(0x1_2340, core.segment(X86Core.DS).base());
        assertEquals(0xFFFF_FFFFL, core.segment(X86Core.DS).limit());
    }

    @Test
    void loadsOfSsHoldInterruptsBackButLssDoesNot() {
        SystemCore core = SystemCore.protected32(0);
        core.setGpr(X86Core.RAX, SystemCore.DATA);
        core.run(MOV_SS_AX);
        assertEquals(InterruptShadow.MOV_SS, core.shadow());

        core = SystemCore.protected32(0);
        core.poke(SystemCore.STACK, 4, SystemCore.DATA);
        assertEquals("ok", core.outcome("17"));
        assertEquals(InterruptShadow.MOV_SS, core.shadow());
        assertEquals(SystemCore.STACK + 4, core.gpr(X86Core.RSP));

        core = SystemCore.protected32(0);
        core.poke(0x5000, 4, 0x1234_5678);
        core.poke(0x5004, 2, SystemCore.DATA);
        assertEquals("ok", core.outcome("0fb225 00500000"));
        assertEquals(InterruptShadow.NONE, core.shadow());
        assertEquals(0x1234_5678, core.gpr(X86Core.RSP));
    }

    @Test
    void aPopThatFaultsLeavesTheStackPointer() {
        SystemCore core = SystemCore.protected32(0);
        core.poke(SystemCore.STACK, 4, 0x100);
        assertEquals("#GP(100)", core.outcome("1f"));
        assertEquals(SystemCore.STACK, core.gpr(X86Core.RSP));
    }

    @Test
    void csCannotBeLoadedByMov() {
        assertEquals("#UD", SystemCore.protected32(0).outcome("8ec8"));
    }

    @Test
    void farPointersLoadTheGeneralRegisterOnlyWithTheSegment() {
        SystemCore core = SystemCore.protected32(0);
        core.poke(0x5000, 4, 0x1234_5678);
        core.poke(0x5004, 2, 0x100);
        core.setGpr(X86Core.RDX, 7);
        assertEquals("#GP(100)", core.outcome("c515 00500000"));
        assertEquals(7, core.gpr(X86Core.RDX));
        core.poke(0x5004, 2, SystemCore.DATA);
        assertEquals("ok", core.outcome("c515 00500000"));
        assertEquals(0x1234_5678, core.gpr(X86Core.RDX));
        assertTrue(core.segment(X86Core.DS).isUsable());
    }
}
