package ringside.cpu.x86.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.DescriptorTable;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;

/** Privilege, system calls, descriptor-table registers. @sdm Vol.3A 2.8, 5.8.7, 5.8.8, 5.9 */
class SystemInstructionsTest {
    private static final int R11 = 11;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # code                  | ring 0  | ring 3 | name
            f4                      | ok      | #GP(0) | HLT
            0f06                    | ok      | #GP(0) | CLTS
            0f08                    | ok      | #GP(0) | INVD
            0f09                    | ok      | #GP(0) | WBINVD
            0f011425 00500000       | ok      | #GP(0) | LGDT
            0f011c25 00500000       | ok      | #GP(0) | LIDT
            0f013c25 00500000       | ok      | #GP(0) | INVLPG
            0f00d0                  | ok      | #GP(0) | LLDT
            0f00d8                  | #GP(0)  | #GP(0) | LTR of a null selector
            0f01f0                  | ok      | #GP(0) | LMSW
            0f20c0                  | ok      | #GP(0) | MOV from CR0
            0f32                    | ok      | #GP(0) | RDMSR
            0f30                    | ok      | #GP(0) | WRMSR
            0f33                    | #GP(0)  | #GP(0) | RDPMC
            0f01f8                  | ok      | #GP(0) | SWAPGS
            0f01ca                  | ok      | #UD    | CLAC
            0f01cb                  | ok      | #UD    | STAC
            660f3882 0425 00500000  | ok      | #GP(0) | INVPCID
            0f01e0                  | ok      | ok     | SMSW
            0f00c8                  | ok      | ok     | STR
            0fa2                    | ok      | ok     | CPUID
            0f01d0                  | #UD     | #UD    | XGETBV
            0f00d0 f0               | ok      | #GP(0) | bytes behind do not matter
            f00f06                  | #UD     | #UD    | LOCK
            """)
    void privilege(String code, String inner, String outer, String name) {
        for (int cpl : new int[] {0, 3}) {
            SystemCore core = SystemCore.long64(cpl);
            core.setGpr(X86Core.RCX, 0xC000_0084L);
            core.setGpr(X86Core.RDX, 0);
            assertEquals(cpl == 0 ? inner : outer, core.outcome(code), name);
        }
    }

    @ParameterizedTest
    @CsvSource({"0f01e0, SMSW", "0f00c0, SLDT", "0f00c8, STR", "0f010425 00500000, SGDT", "0f010c25 00500000, SIDT"})
    void umipKeepsUserCodeFromLooking(String code, String name) {
        SystemCore core = SystemCore.long64(3);
        assertEquals("ok", core.outcome(code), name);
        core.system().cr4 |= SystemRegisters.CR4_UMIP;
        assertEquals("#GP(0)", core.outcome(code), name);
        core = SystemCore.long64(0);
        core.system().cr4 |= SystemRegisters.CR4_UMIP;
        assertEquals("ok", core.outcome(code), name);
    }

    // ---- tables ----

    @Test
    void tablesHaveABaseOf64BitsInLongMode() {
        SystemCore core = SystemCore.long64(0);
        core.poke(0x5000, 2, 0x1234);
        core.poke(0x5002, 8, 0xFFFF_8000_1234_5678L);
        assertEquals("ok", core.outcome("660f011c25 00500000"));
        assertEquals(new DescriptorTable(0xFFFF_8000_1234_5678L, 0x1234), core.idtr());
        assertEquals("ok", core.outcome("0f010c25 00600000"));
        assertEquals(0x1234, core.peek(0x6000, 2));
        assertEquals(0xFFFF_8000_1234_5678L, core.peek(0x6002, 8));
        core.poke(0x5002, 8, 0x8000_0000_0000L);
        assertEquals("#GP(0)", core.outcome("0f011c25 00500000"));
    }

    @Test
    void anOperandSizeOf16BitsLoads24BitsOfBaseButStores32() {
        SystemCore core = SystemCore.protected32(0);
        core.poke(0x5000, 2, 0x1234);
        core.poke(0x5002, 4, 0x89AB_CDEFL);
        assertEquals("ok", core.outcome("66 0f0115 00500000"));
        assertEquals(new DescriptorTable(0xAB_CDEF, 0x1234), core.gdtr());
        assertEquals("ok", core.outcome("0f0115 00500000"));
        assertEquals(new DescriptorTable(0x89AB_CDEFL, 0x1234), core.gdtr());
        assertEquals("ok", core.outcome("66 0f0105 00600000"));
        assertEquals(0x89AB_CDEFL, core.peek(0x6002, 4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # mode | LLDT, LTR | selector | access | second half | outcome  | why
            prot   | LLDT      | 0        | 82     | 0           | ok       | null
            prot   | LLDT      | 60       | 82     | 0           | ok       | an LDT
            prot   | LLDT      | 64       | 82     | 0           | #GP(64)  | not in the GDT
            prot   | LLDT      | 100      | 82     | 0           | #GP(100) | beyond the limit
            prot   | LLDT      | 60       | 89     | 0           | #GP(60)  | a TSS
            prot   | LLDT      | 60       | 92     | 0           | #GP(60)  | data
            prot   | LLDT      | 60       | 02     | 0           | #NP(60)  | not present
            prot   | LTR       | 0        | 89     | 0           | #GP(0)   | null
            prot   | LTR       | 60       | 89     | 0           | ok       | a TSS of 32 bits
            prot   | LTR       | 60       | 81     | 0           | ok       | a TSS of 16 bits
            prot   | LTR       | 60       | 8b     | 0           | #GP(60)  | busy
            prot   | LTR       | 64       | 89     | 0           | #GP(64)  | not in the GDT
            prot   | LTR       | 60       | 09     | 0           | #NP(60)  | not present
            long   | LTR       | 60       | 89     | ffff8000    | ok       | a base of 64 bits
            long   | LTR       | 60       | 89     | 8000        | #GP(60)  | a base that is not canonical
            long   | LTR       | 60       | 81     | 0           | #GP(60)  | a TSS of 16 bits
            long   | LTR       | 60       | 89     | 10000000000 | #GP(60)  | a type in the second half
            long   | LTR       | f8       | 89     | 0           | #GP(f8)  | the second half beyond the limit
            long   | LLDT      | 60       | 82     | ffff8000    | ok       | a base of 64 bits
            """)
    void systemSegments(
            String mode, String name, String selector, String access, String high, String outcome, String why) {
        SystemCore core = mode.equals("long") ? SystemCore.long64(0) : SystemCore.protected32(0);
        int wanted = Integer.parseInt(selector, 16);
        int place = wanted > 0xF8 || wanted == 0 ? SystemCore.FREE : wanted & ~7;
        core.descriptor(
                place, SystemCore.descriptor(0x5000, 0x67, Integer.parseInt(access, 16), 0), Long.parseLong(high, 16));
        core.setGpr(X86Core.RAX, wanted);
        assertEquals(outcome, core.outcome(name.equals("LTR") ? "0f00d8" : "0f00d0"), why);
        if (outcome.equals("ok") && wanted != 0) {
            assertEquals(
                    Long.parseLong(high, 16) << 32 | 0x5000,
                    name.equals("LTR") ? core.tr().base() : core.ldtr().base());
        }
        if (outcome.equals("ok") && name.equals("LTR")) {
            assertEquals(2, core.peek(SystemCore.GDT + place + 5, 1) & 2, "the TSS is busy");
        }
    }

    // ---- system calls ----

    private static SystemCore withSystemCalls(int cpl) {
        SystemCore core = SystemCore.long64(cpl);
        core.system().star = 0x0023_0008L << 32;
        core.system().lstar = 0xFFFF_8000_0000_9000L;
        core.system().fmask = Rflags.IF | Rflags.TF;
        return core;
    }

    @Test
    void syscallSavesRipAndFlagsAndMasksThem() {
        SystemCore core = withSystemCalls(3);
        core.setRflags(Rflags.IF | Rflags.TF | Rflags.CF);
        assertEquals("ok", core.outcome("0f05"));
        assertEquals(0xFFFF_8000_0000_9000L, core.rip());
        assertEquals(SystemCore.CODE + 2, core.gpr(X86Core.RCX));
        assertEquals(Rflags.IF | Rflags.TF | Rflags.CF | 2, core.gpr(R11));
        assertEquals(Rflags.CF | 2, core.rflags());
        assertEquals(0, core.cpl());
        assertEquals(8, core.segment(X86Core.CS).selector());
        assertEquals(0x10, core.segment(X86Core.SS).selector());
        assertTrue(core.is64());
        assertFalse(core.isSingleStepping());
    }

    @Test
    void sysretGoesTo64BitOrTo32BitCode() {
        for (boolean wide : new boolean[] {true, false}) {
            SystemCore core = withSystemCalls(0);
            core.setGpr(X86Core.RCX, 0x1_0000_9000L);
            core.setGpr(R11, Rflags.IF | Rflags.RF | Rflags.VM | Rflags.TF);
            assertEquals("ok", core.outcome(wide ? "480f07" : "0f07"));
            assertEquals(wide ? 0x1_0000_9000L : 0x9000, core.rip());
            assertEquals(3, core.cpl());
            assertEquals(wide ? 0x33 : 0x23, core.segment(X86Core.CS).selector());
            assertEquals(0x2B, core.segment(X86Core.SS).selector());
            assertEquals(Rflags.IF | Rflags.TF | 2, core.rflags());
            assertEquals(wide, core.is64());
            assertTrue(core.isSingleStepping(), "TF is looked at behind SYSRET");
        }
    }

    @Test
    void sysretToAnAddressThatIsNotCanonicalFaultsInRing0() {
        SystemCore core = withSystemCalls(0);
        core.setGpr(X86Core.RCX, 0x8000_0000_0000L);
        assertEquals("#GP(0)", core.outcome("480f07"));
        assertEquals(0, core.cpl());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # mode | cpl | SCE   | SYSCALL | SYSRET
            long   | 3   | false | #UD     | #UD
            long   | 3   | true  | ok      | #GP(0)
            compat | 3   | true  | #UD     | #UD
            prot   | 0   | true  | #UD     | #UD
            """)
    void whereSyscallAndSysretExist(String mode, int cpl, boolean enabled, String syscall, String sysret) {
        for (String code : new String[] {"0f05", "0f07"}) {
            SystemCore core = mode.equals("long")
                    ? SystemCore.long64(cpl)
                    : mode.equals("compat") ? SystemCore.compatibility(cpl) : SystemCore.protected32(cpl);
            core.system().efer = core.system().efer & ~1L | (enabled ? 1 : 0);
            assertEquals(code.equals("0f05") ? syscall : sysret, core.outcome(code));
        }
    }

    @Test
    void sysenterAndSysexit() {
        SystemCore core = SystemCore.protected32(3);
        assertEquals("#GP(0)", core.outcome("0f34"), "IA32_SYSENTER_CS is null");
        core.system().sysenterCs = 0x08;
        core.system().sysenterEip = 0x9000;
        core.system().sysenterEsp = 0x7000;
        core.setRflags(Rflags.IF | Rflags.CF);
        assertEquals("ok", core.outcome("0f34"));
        assertEquals(0x9000, core.rip());
        assertEquals(0x7000, core.gpr(X86Core.RSP));
        assertEquals(0, core.cpl());
        assertEquals(8, core.segment(X86Core.CS).selector());
        assertEquals(0x10, core.segment(X86Core.SS).selector());
        assertEquals(Rflags.CF | 2, core.rflags());
        core.setGpr(X86Core.RDX, 0x8000);
        core.setGpr(X86Core.RCX, 0x6000);
        assertEquals("ok", core.outcome("0f35"));
        assertEquals(0x8000, core.rip());
        assertEquals(0x6000, core.gpr(X86Core.RSP));
        assertEquals(3, core.cpl());
        assertEquals(0x1B, core.segment(X86Core.CS).selector());
        assertEquals(0x23, core.segment(X86Core.SS).selector());
        assertEquals("#GP(0)", core.outcome("0f35"), "SYSEXIT is for ring 0");
        assertEquals("#GP(0)", SystemCore.real().outcome("0f34"), "not in real mode");
    }

    @Test
    void sysexitTo64BitCode() {
        SystemCore core = SystemCore.long64(0);
        core.system().sysenterCs = 0x08;
        core.setGpr(X86Core.RDX, 0x8000_0000_0000L);
        assertEquals("#GP(0)", core.outcome("480f35"));
        core.setGpr(X86Core.RDX, 0x7000_0000_0000L);
        assertEquals("ok", core.outcome("480f35"));
        assertEquals(0x7000_0000_0000L, core.rip());
        assertEquals(0x2B, core.segment(X86Core.CS).selector());
        assertEquals(0x33, core.segment(X86Core.SS).selector());
    }

    @Test
    void baseInstructionsNeedTheirBitInCr4() {
        SystemCore core = SystemCore.long64(3);
        assertEquals("#UD", core.outcome("f3480faec0"));
        core.system().cr4 |= SystemRegisters.CR4_FSGSBASE;
        core.setGpr(X86Core.RAX, 0x1234_5678_9ABCL);
        assertEquals("ok", core.outcome("f3480faed0"));
        assertEquals(0x1234_5678_9ABCL, core.segment(X86Core.FS).base());
        assertEquals("ok", core.outcome("f30faed8"));
        assertEquals(0x5678_9ABCL, core.segment(X86Core.GS).base());
        assertEquals("ok", core.outcome("f3480faec1"));
        assertEquals(0x1234_5678_9ABCL, core.gpr(X86Core.RCX));
        core.setGpr(X86Core.RAX, 0x8000_0000_0000L);
        assertEquals("#GP(0)", core.outcome("f3480faed0"));
    }

    @Test
    void stacAndClacChangeAc() {
        SystemCore core = SystemCore.long64(0);
        core.run("0f01cb");
        assertTrue(core.flag(Rflags.AC));
        core.run("0f01ca");
        assertFalse(core.flag(Rflags.AC));
    }
}
