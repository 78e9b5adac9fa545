package ringside.cpu.x86.insn.x87;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.insn.FlatX86;

/** The tables on the manual's pages of x87 instructions. */
class X87TablesTest {
    private static final int CONDITIONS = 0x4700;
    private static final int EXCEPTIONS = 0x3F;

    private final FlatX86 cpu = new FlatX86(64);

    X87TablesTest() {
        cpu.x87().initialize();
    }

    /** A number as FLD m80 takes it: sign and exponent, colon, significand; or a name. */
    private void push(String text) {
        String bits = switch (text) {
            case "+0" -> "0000:0000000000000000";
            case "-0" -> "8000:0000000000000000";
            case "+1" -> "3FFF:8000000000000000";
            case "-1" -> "BFFF:8000000000000000";
            case "+2" -> "4000:8000000000000000";
            case "+inf" -> "7FFF:8000000000000000";
            case "-inf" -> "FFFF:8000000000000000";
            case "qnan" -> "7FFF:C000000000000001";
            case "snan" -> "7FFF:8000000000000001";
            case "denormal" -> "0000:0000000000000001";
            default -> text;
        };
        int top = cpu.x87().top() - 1 & 7;
        String[] parts = bits.split(":");
        cpu.x87().setTop(top);
        cpu.x87().setEmpty(cpu.x87().empty() & ~(1 << top));
        cpu.x87().set(top, Integer.parseInt(parts[0], 16), Long.parseUnsignedLong(parts[1], 16));
    }

    private String top() {
        int n = cpu.x87().top();
        return String.format("%04X:%016X", cpu.x87().signExponent(n), cpu.x87().significand(n));
    }

    private void run(String code) {
        assertNull(cpu.execute(HexFormat.of().parseHex(code)));
    }

    /** @sdm Vol.2A "FXAM" */
    @ParameterizedTest
    @CsvSource(textBlock = """
        # value, C3 C2 C1 C0
        7FFF:0000000000000000, 0000
        C000:7FFFFFFFFFFFFFFF, 0010
        qnan,     0001
        snan,     0001
        +1,       0100
        -1,       0110
        +inf,     0101
        -inf,     0111
        +0,       1000
        -0,       1010
        denormal, 1100
        0000:8000000000000000, 1100
        """)
    void fxamTellsTheClass(String value, String codes) {
        push(value);
        run("D9E5");
        assertEquals(codes, conditions());
    }

    private String conditions() {
        int status = cpu.x87().status();
        return "" + (status >>> 14 & 1) + (status >>> 10 & 1) + (status >>> 9 & 1) + (status >>> 8 & 1);
    }

    @Test
    void fxamTellsThatARegisterIsEmpty() {
        run("D9E5");
        assertEquals("1001", conditions());
    }

    /** @sdm Vol.2A "FCOM/FCOMP/FCOMPP", "FUCOM/FUCOMP/FUCOMPP" */
    @ParameterizedTest
    @CsvSource(textBlock = """
        # ST(0), ST(1), C3 C2 C0 in place, exceptions of FCOM, of FUCOM
        +2,   +1,   0000, 0, 0
        +1,   +2,   0100, 0, 0
        +1,   +1,   4000, 0, 0
        +0,   -0,   4000, 0, 0
        -inf, +inf, 0100, 0, 0
        qnan, +1,   4500, 1, 0
        +1,   snan, 4500, 1, 1
        denormal, +1, 0100, 2, 2
        """)
    void comparisonsSetTheConditionCodes(String a, String b, String codes, int ordered, int unordered) {
        for (String code : new String[] {"D8D1", "DDE1"}) {
            cpu.x87().initialize();
            push(b);
            push(a);
            run(code);
            assertEquals(Integer.parseInt(codes, 16), cpu.x87().status() & CONDITIONS, code);
            int exceptions = code.equals("D8D1") ? ordered : unordered;
            assertEquals(exceptions, cpu.x87().status() & EXCEPTIONS, code);
        }
    }

    /** @sdm Vol.2A "FDIV/FDIVP/FIDIV", "FMUL/FMULP/FIMUL", "FSCALE", "FPREM", "FPREM1", "FSQRT" */
    @ParameterizedTest
    @CsvSource(textBlock = """
        # code, ST(0), ST(1), result, exceptions
        D8F1, +1,   +0,   7FFF:8000000000000000, 4
        D8F1, -1,   +0,   FFFF:8000000000000000, 4
        D8F1, +0,   +0,   FFFF:C000000000000000, 1
        D8F1, +inf, -inf, FFFF:C000000000000000, 1
        D8F1, +1,   -inf, 8000:0000000000000000, 0
        D8C9, +0,   -inf, FFFF:C000000000000000, 1
        D8C9, -inf, -1,   7FFF:8000000000000000, 0
        D8E1, +inf, +inf, FFFF:C000000000000000, 1
        D8E1, +1,   +1,   0000:0000000000000000, 0
        D9FD, +1,   +inf, 7FFF:8000000000000000, 0
        D9FD, -1,   -inf, 8000:0000000000000000, 0
        D9FD, +0,   +inf, FFFF:C000000000000000, 1
        D9FD, +inf, -inf, FFFF:C000000000000000, 1
        D9FD, +1,   C000:A000000000000000, 3FFD:8000000000000000, 0
        D9F8, +inf, +1,   FFFF:C000000000000000, 1
        D9F8, +1,   +0,   FFFF:C000000000000000, 1
        D9F8, -1,   +inf, BFFF:8000000000000000, 0
        D9F8, 4001:E000000000000000, 4000:C000000000000000, 3FFF:8000000000000000, 0
        D9F5, 4001:A000000000000000, 4000:C000000000000000, BFFF:8000000000000000, 0
        D9FA, -1,   +0,   FFFF:C000000000000000, 1
        D9FA, -0,   +0,   8000:0000000000000000, 0
        D9FA, 4001:8000000000000000, +0, 4000:8000000000000000, 0
        """)
    void specialOperandsGiveSpecialResults(String code, String a, String b, String result, int exceptions) {
        push(b);
        push(a);
        run(code);
        assertEquals(result, top());
        assertEquals(exceptions, cpu.x87().status() & EXCEPTIONS);
    }

    /** @sdm Vol.1 8.5.1.1 */
    @Test
    void c1TellsOverflowFromUnderflowOfTheStack() {
        run("D9C0");
        assertEquals(0x41, cpu.x87().status() & 0x241, "underflow: IE and SF");
        cpu.x87().initialize();
        for (int i = 0; i < 8; i++) {
            run("D9E8");
        }
        run("D9EE");
        assertEquals(0x241, cpu.x87().status() & 0x241, "overflow: IE, SF and C1");
        assertEquals("FFFF:C000000000000000", top());
    }

    /** @sdm Vol.1 4.7, Vol.2A "FBLD", "FBSTP" */
    @Test
    void decimalIntegersGoInAndOut() {
        cpu.setGpr(X86Core.RBX, 0x2000);
        byte[] digits = HexFormat.of().parseHex("21436587092143658780");
        for (int i = 0; i < digits.length; i++) {
            cpu.setByte(0x2000 + i, digits[i]);
        }
        run("DF23");
        assertEquals(String.format("%016X", 876_543_210_987_654_321L), integerOfTop());
        run("DF7310");
        byte[] memory = cpu.allMemory();
        for (int i = 0; i < digits.length; i++) {
            assertEquals(i == 9 ? (byte) 0x80 : digits[i], memory[0x2010 + i]);
        }
    }

    private String integerOfTop() {
        int n = cpu.x87().top();
        int exponent = (cpu.x87().signExponent(n) & 0x7FFF) - 0x3FFF;
        return String.format("%016X", cpu.x87().significand(n) >>> (63 - exponent));
    }
}
