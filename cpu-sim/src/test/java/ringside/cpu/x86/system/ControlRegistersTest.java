package ringside.cpu.x86.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.TranslationCache;
import ringside.cpu.x86.X86Core;

/** MOV to CR0, CR3, CR4, LMSW, CLTS. @sdm Vol.3A 2.5, Vol.2B "MOV—Move to/from Control Registers" */
class ControlRegistersTest {
    private static final String MOV_CR0 = "0f22c0";
    private static final String MOV_CR3 = "0f22d8";
    private static final String MOV_CR4 = "0f22e0";
    private static final String MOV_CR8 = "440f22c0";

    private static SystemCore core(String mode) {
        return switch (mode) {
            case "real" -> SystemCore.real();
            case "prot" -> SystemCore.protected32(0);
            case "compat" -> SystemCore.compatibility(0);
            default -> SystemCore.long64(0);
        };
    }

    private static String write(SystemCore core, String code, long value) {
        core.setGpr(X86Core.RAX, value);
        return core.outcome(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # mode | CR0       | CR4 before | EFER before | outcome | why
            real   | 1         | 0          | 0           | ok      | into protected mode
            real   | 80000000  | 0          | 0           | #GP(0)  | PG without PE
            real   | 80000001  | 0          | 0           | ok      | both at once
            real   | 20000000  | 0          | 0           | #GP(0)  | NW without CD
            real   | 60000000  | 0          | 0           | ok      | NW with CD
            prot   | 80000001  | 0          | 100         | #GP(0)  | long mode without PAE
            prot   | 80000001  | 20         | 100         | ok      | long mode
            prot   | 80000001  | 20         | 0           | ok      | PAE paging
            compat | 1         | 20         | 500         | ok      | out of long mode
            compat | 1         | 20020      | 500         | #GP(0)  | paging off with PCIDs
            long   | 1         | 20         | 500         | #GP(0)  | paging off in 64-bit code
            long   | 180000001 | 20         | 500         | #GP(0)  | the upper half
            long   | 80000000  | 20         | 500         | #GP(0)  | PE off while PG is on
            long   | 80050033  | 20         | 500         | ok      | any other bit
            """)
    void cr0(String mode, String value, String cr4, String efer, String outcome, String why) {
        SystemCore core = core(mode);
        core.system().cr4 = Long.parseLong(cr4, 16);
        core.system().efer = Long.parseLong(efer, 16);
        long before = core.system().cr0;
        long wanted = Long.parseLong(value, 16);
        assertEquals(outcome, write(core, MOV_CR0, wanted), why);
        boolean ok = outcome.equals("ok");
        assertEquals(ok ? wanted | SystemRegisters.CR0_ET : before, core.system().cr0);
        boolean longMode = (core.system().cr0 & SystemRegisters.CR0_PG) != 0
                && (core.system().efer & SystemRegisters.EFER_LME) != 0;
        assertEquals(longMode, core.isLongMode(), "LMA is LME and PG");
    }

    @Test
    void longModeNeedsCodeWithoutLAndATssOf32Bits() {
        SystemCore core = SystemCore.protected32(0);
        core.system().cr4 = SystemRegisters.CR4_PAE;
        core.system().efer = SystemRegisters.EFER_LME;
        core.segment(X86Core.CS).load(SystemCore.CODE64, 0, 0xFFFF_FFFFL, 0xA0_9B00);
        assertEquals("#GP(0)", write(core, MOV_CR0, 0x8000_0001L));
        core.segment(X86Core.CS).load(SystemCore.CODE32, 0, 0xFFFF_FFFFL, 0xC0_9B00);
        core.tr().setType(3);
        assertEquals("#GP(0)", write(core, MOV_CR0, 0x8000_0001L));
        core.tr().setType(11);
        assertEquals("ok", write(core, MOV_CR0, 0x8000_0001L));
        assertTrue(core.isLongMode());
        assertFalse(core.is64(), "until a far jump it is compatibility mode");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # mode | CR4    | CR3  | outcome | why
            prot   | 6b0    | 0    | ok      | the features that are there
            prot   | 1      | 0    | #GP(0)  | VME is not there
            prot   | 40000  | 0    | #GP(0)  | OSXSAVE is not there
            prot   | 2000   | 0    | #GP(0)  | VMXE is not there
            prot   | 20020  | 0    | #GP(0)  | PCIDE outside long mode
            long   | 0      | 0    | #GP(0)  | PAE off in long mode
            long   | 20020  | 0    | ok      | PCIDE
            long   | 20020  | 1    | #GP(0)  | PCIDE while CR3 has a PCID in it
            long   | 310820 | 0    | ok      | SMEP, SMAP, FSGSBASE, UMIP
            long   | 100000020 | 0 | #GP(0)  | the upper half
            """)
    void cr4(String mode, String value, String cr3, String outcome, String why) {
        SystemCore core = core(mode);
        core.system().cr3 = Long.parseLong(cr3, 16);
        assertEquals(outcome, write(core, MOV_CR4, Long.parseLong(value, 16)), why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # value          | CR4   | outcome | CR3 after
            12345018         | 20    | ok      | 12345018
            ff12345000       | 20    | ok      | ff12345000
            10000000000      | 20    | #GP(0)  | 0
            8000000000001000 | 20    | #GP(0)  | 0
            8000000000001005 | 20020 | ok      | 1005
            4000000000001005 | 20020 | #GP(0)  | 0
            """)
    void cr3(String value, String cr4, String outcome, String after) {
        SystemCore core = SystemCore.long64(0);
        core.system().cr4 = Long.parseLong(cr4, 16);
        assertEquals(outcome, write(core, MOV_CR3, Long.parseUnsignedLong(value, 16)));
        assertEquals(Long.parseLong(after, 16), core.system().cr3);
    }

    /** What the paging is told, in words. */
    private static final class Flushes implements TranslationCache {
        final List<String> seen = new ArrayList<>();
        boolean pointersAreGood = true;

        @Override
        public void flushPage(long linear) {
            seen.add("page " + Long.toHexString(linear));
        }

        @Override
        public void flushPage(long linear, int pcid) {
            seen.add("page " + Long.toHexString(linear) + " of " + pcid);
        }

        @Override
        public void flushContext(int pcid) {
            seen.add("context " + pcid);
        }

        @Override
        public void flushNonGlobal() {
            seen.add("all but global");
        }

        @Override
        public void flushAll() {
            seen.add("all");
        }

        @Override
        public boolean loadPageDirectoryPointers(long cr3) {
            seen.add("pointers");
            return pointersAreGood;
        }
    }

    /** @sdm Vol.3A 4.10.4.1 */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # instruction     | value             | CR4 before | what is dropped
            0f22d8            | 5000              | 20         | context 0
            0f22d8            | 5007              | 20020      | context 7
            0f22d8            | 8000000000005007  | 20020      | ''
            0f22e0            | a0                | 20         | all
            0f22e0            | 20                | a0         | all
            0f22e0            | 20                | 20020      | all
            0f22e0            | 100020            | 20         | context 0
            0f22e0            | 20                | 100020     | ''
            0f22e0            | 200020            | 20         | ''
            0f01 3c25 00500000 | 0                | 20         | page 5000
            """)
    void whatIsDropped(String code, String value, String cr4, String dropped) {
        SystemCore core = SystemCore.long64(0);
        core.system().cr4 = Long.parseLong(cr4, 16);
        Flushes flushes = new Flushes();
        core.connectTranslations(flushes);
        assertEquals("ok", write(core, code, Long.parseUnsignedLong(value, 16)));
        assertEquals(dropped, String.join(", ", flushes.seen));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # type | descriptor: PCID | address          | CR4   | outcome | what is dropped
            0      | 7                | 12345678         | 20020 | ok      | page 12345678 of 7
            0      | 7                | 800000000000     | 20020 | #GP(0)  | ''
            0      | 7                | 1000             | 20    | #GP(0)  | ''
            0      | 0                | 1000             | 20    | ok      | page 1000 of 0
            1      | 7                | 800000000000     | 20020 | ok      | context 7
            1      | 7                | 0                | 20    | #GP(0)  | ''
            2      | 7                | 0                | 20    | ok      | all
            3      | 7                | 0                | 20    | ok      | all but global
            4      | 0                | 0                | 20020 | #GP(0)  | ''
            3      | 1000             | 0                | 20020 | #GP(0)  | ''
            """)
    void invpcid(String type, String pcid, String address, String cr4, String outcome, String dropped) {
        SystemCore core = SystemCore.long64(0);
        core.system().cr4 = Long.parseLong(cr4, 16);
        Flushes flushes = new Flushes();
        core.connectTranslations(flushes);
        core.poke(0x5000, 8, Long.parseLong(pcid, 16));
        core.poke(0x5008, 8, Long.parseLong(address, 16));
        assertEquals(outcome, write(core, "660f3882 0425 00500000", Long.parseLong(type, 16)));
        assertEquals(dropped, String.join(", ", flushes.seen));
    }

    @Test
    void paePagingReadsItsPointersAndRefusesBadOnes() {
        SystemCore core = SystemCore.protected32(0);
        Flushes flushes = new Flushes();
        core.connectTranslations(flushes);
        core.system().cr4 = SystemRegisters.CR4_PAE;
        flushes.pointersAreGood = false;
        assertEquals("#GP(0)", write(core, MOV_CR0, 0x8000_0001L));
        assertEquals(0, core.system().cr0 & SystemRegisters.CR0_PG);
        flushes.pointersAreGood = true;
        assertEquals("ok", write(core, MOV_CR0, 0x8000_0001L));
        assertEquals("ok", write(core, MOV_CR3, 0x5000));
        assertEquals(List.of("pointers", "pointers", "all", "pointers", "context 0"), flushes.seen);
    }

    @Test
    void lmswSetsPeButDoesNotClearIt() {
        SystemCore core = SystemCore.real();
        core.setGpr(X86Core.RAX, 0xFFFF);
        assertEquals("ok", core.outcome("0f01f0"));
        assertEquals(0x1F, core.system().cr0 & 0xFFFF);
        core.setGpr(X86Core.RAX, 0);
        core.segment(X86Core.CS).load(SystemCore.CODE32, 0, 0xFFFF_FFFFL, 0xC0_9B00);
        assertEquals("ok", core.outcome("0f01f0"));
        assertEquals(0x11, core.system().cr0 & 0xFFFF);
    }

    @Test
    void cltsClearsTs() {
        SystemCore core = SystemCore.protected32(0);
        core.system().cr0 |= SystemRegisters.CR0_TS;
        assertEquals("ok", core.outcome("0f06"));
        assertEquals(0, core.system().cr0 & SystemRegisters.CR0_TS);
    }

    @Test
    void cr8HasFourBits() {
        SystemCore core = SystemCore.long64(0);
        assertEquals("#GP(0)", write(core, MOV_CR8, 16));
        assertEquals("ok", write(core, MOV_CR8, 15));
    }

    @ParameterizedTest
    @CsvSource({"0f20c8", "0f20e8", "0f22f0", "0f22f8", "440f20c8", "440f22f8"})
    void otherControlRegistersDoNotExist(String code) {
        assertEquals("#UD", SystemCore.long64(0).outcome(code));
        assertEquals("#UD", SystemCore.long64(3).outcome(code));
    }

    @Test
    void modIsIgnored() {
        SystemCore core = SystemCore.long64(0);
        core.system().cr2 = 0x1234_5678_9ABCL;
        assertEquals("ok", core.outcome("0f2010"));
        assertEquals(0x1234_5678_9ABCL, core.gpr(X86Core.RAX));
    }
}
