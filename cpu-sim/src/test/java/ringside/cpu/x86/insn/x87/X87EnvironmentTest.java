package ringside.cpu.x86.insn.x87;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.insn.FlatX86;

/** What FNSTENV, FNSAVE and FXSAVE write. @sdm Vol.1 Figures 8-9 to 8-12, Vol.2A "FXSAVE" */
class X87EnvironmentTest {
    private static final int AREA = 0x3000;

    private static FlatX86 cpu(int codeBits, boolean real) {
        FlatX86 cpu = new FlatX86(codeBits);
        if (real) {
            cpu.system().cr0 &= ~SystemRegisters.CR0_PE;
        }
        cpu.system().cr4 |= SystemRegisters.CR4_OSFXSR;
        cpu.x87().initialize();
        cpu.setGpr(X86Core.RBX, 0x2000);
        cpu.setGpr(X86Core.RDI, AREA);
        return cpu;
    }

    private static void run(FlatX86 cpu, String... codes) {
        for (String code : codes) {
            assertNull(cpu.execute(HexFormat.of().parseHex(code.replace(" ", ""))), code);
        }
    }

    private static String memory(FlatX86 cpu, int from, int length) {
        return HexFormat.of().withUpperCase().formatHex(Arrays.copyOfRange(cpu.allMemory(), from, from + length));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # bits, real, FLD m32 at 2000 and FNSTENV at 3000, the environment
        32, false, D903, D937, 7F03FFFF 0038FFFF FF3FFFFF 00100000 33000301 00200000 2B00FFFF
        16, false, D907, D935, 7F03 0038 FF3F 0010 3300 0020 2B00
        32, true,  D903, D937, 7F03FFFF 0038FFFF FF3FFFFF 3013FFFF 03010000 B022FFFF 00000000
        16, true,  D907, D935, 7F03 0038 FF3F 3013 0701 B022 0000
        """)
    void theEnvironmentHasFourLayouts(int bits, boolean real, String load, String store, String expected) {
        FlatX86 cpu = cpu(bits, real);
        cpu.setByte(0x2003, 0x40);
        run(cpu, load, store);
        String wanted = expected.replace(" ", "");
        assertEquals(wanted, memory(cpu, AREA, wanted.length() / 2));
    }

    @Test
    void theTagWordTellsValidZeroSpecialAndEmpty() {
        FlatX86 cpu = cpu(64, false);
        // One, zero, and an infinity as the quotient of both; R7, R6, R5.
        run(cpu, "D9E8", "D9EE", "D9E8", "DCF1", "DDD8");
        run(cpu, "D9EE", "D937");
        assertEquals("FF27", memory(cpu, AREA + 8, 2), "R7 valid, R6 special, R5 zero");
    }

    @Test
    void fnsaveStoresTheRegistersAndInitializesAndFrstorBringsThemBack() {
        FlatX86 cpu = cpu(64, false);
        run(cpu, "D9E8", "D9EB", "DD37");
        assertEquals("35C26821A2DA0FC90040" + "0000000000000080FF3F", memory(cpu, AREA + 28, 20));
        assertEquals(0xFF, cpu.x87().empty());
        assertEquals(0, cpu.x87().status());
        run(cpu, "DD27");
        assertEquals(6, cpu.x87().top());
        assertEquals(0x3F, cpu.x87().empty());
        assertEquals(0xC90F_DAA2_2168_C235L, cpu.x87().significand(6));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # FXSAVE has selectors, FXSAVE64 long offsets
        0FAE07,   0010000033000000
        480FAE07, 0010000000000000
        """)
    void fxsaveHasTwoLayouts(String store, String pointer) {
        FlatX86 cpu = cpu(64, false);
        cpu.sse().set(15, 0x1122, 0x3344);
        run(cpu, "D9E8", "D9EB", store);
        assertEquals("7F030030C000EB01", memory(cpu, AREA, 8));
        assertEquals(pointer, memory(cpu, AREA + 8, 8));
        assertEquals("801F0000FFFF0000", memory(cpu, AREA + 24, 8));
        assertEquals("35C26821A2DA0FC900400000", memory(cpu, AREA + 32, 12));
        assertEquals("22110000000000004433", memory(cpu, AREA + 400, 10));
    }

    @Test
    void outside64BitModeFxsaveLeavesTheUpperRegistersOut() {
        FlatX86 cpu = cpu(32, false);
        cpu.sse().set(7, 0x77, 0);
        cpu.sse().set(8, 0x88, 0);
        run(cpu, "0FAE07");
        assertEquals("77", memory(cpu, AREA + 160 + 7 * 16, 1));
        assertEquals("00", memory(cpu, AREA + 160 + 8 * 16, 1));
    }
}
