package ringside.cpu.x86.insn.sse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.insn.FlatX86;

/** What the manual's pages of SSE instructions say about special operands. */
class SseTablesTest {
    private static final int INVALID = 1;

    private final FlatX86 cpu = new FlatX86(64);

    SseTablesTest() {
        cpu.system().cr4 |= SystemRegisters.CR4_OSFXSR;
        cpu.sse().setMxcsr(0x1F80);
    }

    private static long single(String text) {
        return switch (text) {
            case "qnan" -> 0x7FC0_0001L;
            case "snan" -> 0x7F80_0001L;
            default -> Float.floatToRawIntBits(Float.parseFloat(text)) & 0xFFFF_FFFFL;
        };
    }

    private long run(String code, String a, String b) {
        cpu.sse().set(0, single(a), 0);
        cpu.sse().set(1, single(b), 0);
        assertNull(cpu.execute(HexFormat.of().parseHex(code)));
        return cpu.sse().low(0);
    }

    /** @sdm Vol.2A "CMPPS" */
    @ParameterizedTest
    @CsvSource(textBlock = """
        # a, b, EQ LT LE UNORD NEQ NLT NLE ORD
        1,    1,    10100101
        1,    2,    01101001
        2,    1,    00001111
        -0,   0,    10100101
        qnan, 1,    00011110
        1,    qnan, 00011110
        """)
    void predicatesHoldAsTheManualSays(String a, String b, String expected) {
        StringBuilder found = new StringBuilder();
        for (int predicate = 0; predicate < 8; predicate++) {
            found.append(run("F30FC2C10" + predicate, a, b) != 0 ? '1' : '0');
        }
        assertEquals(expected, found.toString());
    }

    /** @sdm Vol.2A "COMISS", Vol.2B "UCOMISS" */
    @ParameterizedTest
    @CsvSource(textBlock = """
        # a, b, ZF PF CF, invalid for COMISS, for UCOMISS
        2,    1,    '',       0, 0
        1,    2,    CF,       0, 0
        1,    1,    ZF,       0, 0
        qnan, 1,    ZF PF CF, 1, 0
        1,    snan, ZF PF CF, 1, 1
        """)
    void comparisonsSetTheFlags(String a, String b, String flags, int ordered, int unordered) {
        cpu.setRflags(Rflags.STATUS);
        run("0F2FC1", a, b);
        assertEquals(Rflags.named(flags), cpu.rflags() & Rflags.STATUS);
        assertEquals(ordered, cpu.sse().mxcsr() & INVALID);
        cpu.sse().setMxcsr(0x1F80);
        run("0F2EC1", a, b);
        assertEquals(Rflags.named(flags), cpu.rflags() & Rflags.STATUS);
        assertEquals(unordered, cpu.sse().mxcsr() & INVALID);
    }

    /** @sdm Vol.2B "MINSS", "MAXSS": of two zeros, or with a NaN, the second operand. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        # a, b, minimum, maximum, invalid
        1,    2,    1,    2,    0
        -0,   0,    0,    0,    0
        0,    -0,   -0,   -0,   0
        qnan, 1,    1,    1,    1
        1,    qnan, qnan, qnan, 1
        1,    snan, snan, snan, 1
        """)
    void minimumAndMaximumPreferTheSecondOperand(String a, String b, String minimum, String maximum, int invalid) {
        assertEquals(single(minimum), run("F30F5DC1", a, b));
        assertEquals(single(maximum), run("F30F5FC1", a, b));
        assertEquals(invalid, cpu.sse().mxcsr() & INVALID);
    }

    /** @sdm Vol.2A "CVTSS2SI", "CVTTSS2SI" */
    @ParameterizedTest
    @CsvSource(textBlock = """
        # value, rounded, truncated
        1.5,    2,        1
        2.5,    2,        2
        -1.5,   FFFFFFFE, FFFFFFFF
        3e9,    80000000, 80000000
        qnan,   80000000, 80000000
        """)
    void whatDoesNotFitAnIntegerIsIndefinite(String value, String rounded, String truncated) {
        run("F30F2DC1", "0", value);
        assertEquals(Long.parseLong(rounded, 16), cpu.gpr(0));
        run("F30F2CC1", "0", value);
        assertEquals(Long.parseLong(truncated, 16), cpu.gpr(0));
    }

    /** @sdm Vol.2B "PSRAW/PSRAD": a count beyond the element leaves signs, other shifts leave zero. */
    @Test
    void countsBeyondTheElementShiftEverythingOut() {
        cpu.sse().set(0, 0x8000_0001_7FFF_0001L, 0);
        cpu.sse().set(1, 16, -1);
        assertNull(cpu.execute(HexFormat.of().parseHex("660FE1C1")));
        assertEquals(0xFFFF_0000_0000_0000L, cpu.sse().low(0));
        assertNull(cpu.execute(HexFormat.of().parseHex("660FD1C1")));
        assertEquals(0, cpu.sse().low(0));
    }
}
