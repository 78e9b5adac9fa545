package ringside.cpu.x86.floating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which NaN an operation answers with. @sdm Vol.1 Table 4-7 */
class NanRulesTest {
    private static final FloatingFormat EXTENDED = FloatingFormat.EXTENDED;

    private static Unpacked number(String text) {
        String[] parts = text.split(":");
        return Unpacked.extended(Integer.parseInt(parts[0], 16), Long.parseUnsignedLong(parts[1], 16));
    }

    private static String text(Unpacked value) {
        return String.format("%04X:%016X", value.signExponent(), value.extendedSignificand());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # ST(0)                , operand              , result               , invalid
        7FFF:8000000000000001, 3FFF:8000000000000000, 7FFF:C000000000000001, 1
        3FFF:8000000000000000, FFFF:8000000000000001, FFFF:C000000000000001, 1
        7FFF:C000000000000001, 3FFF:8000000000000000, 7FFF:C000000000000001, 0
        7FFF:8000000000000009, 7FFF:C000000000000001, 7FFF:C000000000000001, 1
        7FFF:C000000000000001, 7FFF:8000000000000009, 7FFF:C000000000000001, 1
        7FFF:8000000000000001, 7FFF:8000000000000002, 7FFF:C000000000000002, 1
        7FFF:C000000000000003, 7FFF:C000000000000002, 7FFF:C000000000000003, 0
        FFFF:C000000000000002, 7FFF:C000000000000002, 7FFF:C000000000000002, 0
        # an infinity without its integer bit is not supported
        7FFF:0000000000000000, 3FFF:8000000000000000, FFFF:C000000000000000, 1
        """)
    void theX87TakesTheLargerSignificand(String a, String b, String result, int invalid) {
        FloatingContext context = new FloatingContext();
        context.beginX87(0x37F);
        assertEquals(result, text(Arithmetic.add(context, EXTENDED, number(a), number(b))));
        assertEquals(invalid, context.raised());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # first , second  , result  , invalid
        7F800001, 3F800000, 7FC00001, 1
        3F800000, FF800001, FFC00001, 1
        7FC00001, 7F800002, 7FC00001, 1
        7F800002, 7FC00009, 7FC00002, 1
        7FC00001, 7FC00009, 7FC00001, 0
        """)
    void sseTakesTheFirstOperand(String a, String b, String result, int invalid) {
        FloatingContext context = new FloatingContext();
        context.beginSse(0x1F80);
        long value = Binary.multiply(context, FloatingFormat.SINGLE, Long.parseLong(a, 16), Long.parseLong(b, 16));
        assertEquals(result, String.format("%08X", value));
        assertEquals(invalid, context.raised());
    }
}
