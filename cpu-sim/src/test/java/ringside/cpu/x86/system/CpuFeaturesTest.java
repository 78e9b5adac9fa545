package ringside.cpu.x86.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.decode.AllForms;
import ringside.cpu.x86.form.Form;

/** CPUID says what is there, no more and no less. @sdm Vol.2A "CPUID" */
class CpuFeaturesTest {
    private static final Set<String> MNEMONICS =
            AllForms.list().stream().map(Form::mnemonic).collect(Collectors.toSet());

    private static int register(int leaf, String name) {
        CpuFeatures.Leaf answer = CpuFeatures.leaf(SystemCore.long64(0), leaf, 0);
        return switch (name) {
            case "EAX" -> answer.eax();
            case "EBX" -> answer.ebx();
            case "ECX" -> answer.ecx();
            default -> answer.edx();
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # leaf   | register | bit | an instruction of the feature
            1        | EDX      | 0   | FADD
            1        | EDX      | 24  | FXSAVE
            1        | EDX      | 4   | RDTSC
            1        | EDX      | 5   | RDMSR
            1        | EDX      | 8   | CMPXCHG8B
            1        | EDX      | 11  | SYSENTER
            1        | EDX      | 15  | CMOVcc
            1        | EDX      | 19  | CLFLUSH
            1        | EDX      | 23  | PADDB
            1        | EDX      | 25  | ADDPS
            1        | EDX      | 26  | ADDPD
            1        | ECX      | 0   | HADDPS
            1        | ECX      | 1   | PCLMULQDQ
            1        | ECX      | 3   | MONITOR
            1        | ECX      | 9   | PSHUFB
            1        | ECX      | 13  | CMPXCHG16B
            1        | ECX      | 19  | PINSRD
            1        | ECX      | 20  | CRC32
            1        | ECX      | 22  | MOVBE
            1        | ECX      | 23  | POPCNT
            1        | ECX      | 25  | AESENC
            1        | ECX      | 26  | XSAVE
            1        | ECX      | 30  | RDRAND
            7        | EBX      | 0   | RDFSBASE
            7        | EBX      | 3   | ANDN
            7        | EBX      | 8   | PDEP
            7        | EBX      | 10  | INVPCID
            7        | EBX      | 18  | RDSEED
            7        | EBX      | 19  | ADCX
            7        | EBX      | 20  | STAC
            7        | EBX      | 23  | CLFLUSHOPT
            7        | EBX      | 24  | CLWB
            80000001 | ECX      | 0   | LAHF
            80000001 | ECX      | 5   | LZCNT
            80000001 | ECX      | 8   | PREFETCHW
            80000001 | EDX      | 11  | SYSCALL
            80000001 | EDX      | 27  | RDTSCP
            """)
    void aFeatureIsNamedIfItsInstructionsExist(String leaf, String register, int bit, String mnemonic) {
        boolean named = (register(Integer.parseUnsignedInt(leaf, 16), register) >>> bit & 1) != 0;
        assertEquals(MNEMONICS.contains(mnemonic), named, mnemonic);
    }

    @Test
    void theVendorIsItsOwn() {
        SystemCore core = SystemCore.long64(3);
        core.setGpr(X86Core.RAX, 0xFFFF_FFFF_0000_0000L);
        assertEquals("ok", core.outcome("0fa2"));
        assertEquals(0xB, core.gpr(X86Core.RAX));
        assertEquals("RingsideCPU ", text(core, X86Core.RBX) + text(core, X86Core.RDX) + text(core, X86Core.RCX));
    }

    private static String text(SystemCore core, int register) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            text.append((char) (core.gpr(register) >>> 8 * i & 0xFF));
        }
        return text.toString();
    }

    @Test
    void aLeafThatDoesNotExistAnswersAsTheHighestBasicOne() {
        SystemCore core = SystemCore.long64(0);
        CpuFeatures.Leaf highest = CpuFeatures.leaf(core, 0xB, 0);
        assertEquals(highest, CpuFeatures.leaf(core, 0xC, 0));
        assertEquals(highest, CpuFeatures.leaf(core, 0x4000_0000, 0));
        assertEquals(highest, CpuFeatures.leaf(core, 0x8000_0009, 0));
    }

    @Test
    void syscallIsNamedInLongModeOnly() {
        int bit = 1 << 11;
        assertEquals(bit, CpuFeatures.leaf(SystemCore.long64(0), 0x8000_0001, 0).edx() & bit);
        assertEquals(
                0, CpuFeatures.leaf(SystemCore.protected32(0), 0x8000_0001, 0).edx() & bit);
    }

    @Test
    void theApicIsNamedIfThereIsOne() {
        assertEquals(0, register(1, "EDX") & 1 << 9);
        assertEquals(0, register(1, "ECX") & (1 << 21 | 1 << 24), "x2APIC, TSC-deadline");
    }

    @Test
    void addressesHave40And48Bits() {
        assertEquals(40 | 48 << 8, register(0x8000_0008, "EAX"));
    }
}
