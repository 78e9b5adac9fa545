package ringside.cpu.x86.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;

/** RDMSR and WRMSR. @sdm Vol.4 2.1 */
class ModelSpecificRegistersTest {
    private static final String WRMSR = "0f30";
    private static final String RDMSR = "0f32";

    private static String write(SystemCore core, long index, long value) {
        core.setGpr(X86Core.RCX, index);
        core.setGpr(X86Core.RAX, value & 0xFFFF_FFFFL | 0xAAAA_AAAAL << 32);
        core.setGpr(X86Core.RDX, value >>> 32 | 0xBBBB_BBBBL << 32);
        return core.outcome(WRMSR);
    }

    private static long read(SystemCore core, long index) {
        core.setGpr(X86Core.RCX, index);
        assertEquals("ok", core.outcome(RDMSR));
        return core.gpr(X86Core.RDX) << 32 | core.gpr(X86Core.RAX);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # register | value            | outcome | why
            c0000080   | d01              | ok      | SCE, LME, LMA, NXE
            c0000080   | 501              | ok      | LME as it is
            c0000080   | 1                | #GP(0)  | LME cannot change while paging is on
            c0000080   | 502              | #GP(0)  | reserved
            c0000081   | 230008aaaaaaaaaa | ok      | STAR: any value
            c0000082   | ffff800000000000 | ok      | LSTAR
            c0000082   | 800000000000     | #GP(0)  | LSTAR not canonical
            c0000083   | 800000000000     | #GP(0)  | CSTAR not canonical
            c0000084   | ffffffff         | ok      | FMASK
            c0000084   | 100000000        | #GP(0)  | FMASK has 32 bits
            c0000100   | 7fffffffffff     | ok      | FS base
            c0000100   | 800000000000     | #GP(0)  | FS base not canonical
            c0000101   | 800000000000     | #GP(0)  | GS base not canonical
            c0000102   | 800000000000     | #GP(0)  | kernel GS base not canonical
            c0000103   | 100000000        | #GP(0)  | TSC_AUX has 32 bits
            174        | 8                | ok      | SYSENTER_CS
            175        | 800000000000     | #GP(0)  | SYSENTER_ESP not canonical
            176        | 800000000000     | #GP(0)  | SYSENTER_EIP not canonical
            277        | 0007040600070406 | ok      | PAT
            277        | 0007040600070402 | #GP(0)  | no memory type 2
            277        | 0807040600070406 | #GP(0)  | no memory type 8
            10         | 123456789        | ok      | TSC
            8b         | 0                | ok      | BIOS_SIGN_ID
            fe         | 0                | #GP(0)  | MTRRCAP is read-only
            1a0        | 0                | ok      | MISC_ENABLE: fast strings
            1a0        | 400001           | #GP(0)  | MISC_ENABLE: nothing else
            12345      | 0                | #GP(0)  | unknown
            6e0        | 0                | #GP(0)  | no timer for deadlines here
            800        | 0                | #GP(0)  | no x2APIC here
            """)
    void writes(String index, String value, String outcome, String why) {
        SystemCore core = SystemCore.long64(0);
        long register = Long.parseLong(index, 16);
        long wanted = Long.parseUnsignedLong(value, 16);
        assertEquals(outcome, write(core, register, wanted), why);
        if (outcome.equals("ok")) {
            assertEquals(wanted, read(core, register), why);
        }
    }

    @Test
    void unknownOnesCannotBeRead() {
        SystemCore core = SystemCore.long64(0);
        core.setGpr(X86Core.RCX, 0x12345);
        assertEquals("#GP(0)", core.outcome(RDMSR));
    }

    @Test
    void basesAreThoseOfTheSegments() {
        SystemCore core = SystemCore.long64(0);
        write(core, 0xC000_0100L, 0x1234);
        write(core, 0xC000_0101L, 0x5678);
        write(core, 0xC000_0102L, 0x9ABC);
        assertEquals(0x1234, core.segment(X86Core.FS).base());
        assertEquals("ok", core.outcome("0f01f8"), "SWAPGS");
        assertEquals(0x9ABC, core.segment(X86Core.GS).base());
        assertEquals(0x5678, core.system().kernelGsBase);
    }

    @Test
    void lmaCannotBeWritten() {
        SystemCore core = SystemCore.protected32(0);
        assertEquals("ok", write(core, 0xC000_0080L, 0x500));
        assertEquals(SystemRegisters.EFER_LME, core.system().efer);
    }

    @Test
    void timeIsVirtualAndCanBeSet() {
        SystemCore core = SystemCore.long64(0);
        core.clock().retire(100);
        assertEquals("ok", core.outcome("0f31"));
        assertEquals(100, core.gpr(X86Core.RAX));
        write(core, 0x10, 1L << 40);
        core.clock().retire(5);
        core.system().tscAux = 7;
        assertEquals("ok", core.outcome("0f01f9"));
        assertEquals(5, core.gpr(X86Core.RAX));
        assertEquals(1 << 8, core.gpr(X86Core.RDX));
        assertEquals(7, core.gpr(X86Core.RCX));
    }

    @Test
    void tsdKeepsTheTimeFromUserCode() {
        SystemCore core = SystemCore.long64(3);
        assertEquals("ok", core.outcome("0f31"));
        core.system().cr4 |= SystemRegisters.CR4_TSD;
        assertEquals("#GP(0)", core.outcome("0f31"));
        assertEquals("#GP(0)", core.outcome("0f01f9"));
    }
}
