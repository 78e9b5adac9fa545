package ringside.cpu.x86.floating;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounding, overflow and underflow. @sdm Vol.1 4.8.4, 4.9.1 */
class RoundingTest {
    private static final int OVERFLOW_AND_PRECISION = FloatingContext.OVERFLOW | FloatingContext.PRECISION;
    private static final int UNDERFLOW_AND_PRECISION = FloatingContext.UNDERFLOW | FloatingContext.PRECISION;
    private static final long SEED = 754;

    private static FloatingContext sse(int rounding, int bits) {
        FloatingContext context = new FloatingContext();
        context.beginSse(0x1F80 | rounding << 13 | bits);
        return context;
    }

    /** @sdm Vol.1 Table 4-10 */
    @ParameterizedTest
    @CsvSource(textBlock = """
        # rounding, negative, result of doubling the largest number
        0, false, 7F800000
        0, true,  FF800000
        1, false, 7F7FFFFF
        1, true,  FF800000
        2, false, 7F800000
        2, true,  FF7FFFFF
        3, false, 7F7FFFFF
        3, true,  FF7FFFFF
        """)
    void aMaskedOverflowGivesInfinityOrTheLargestNumber(int rounding, boolean negative, String result) {
        FloatingContext context = sse(rounding, 0);
        long largest = negative ? 0xFF7F_FFFFL : 0x7F7F_FFFFL;
        long sum = Binary.add(context, FloatingFormat.SINGLE, largest, largest);
        assertEquals(result, String.format("%08X", sum));
        assertEquals(OVERFLOW_AND_PRECISION, context.raised());
    }

    @Test
    void aNumberThatRoundsUpToTheSmallestNormalOneIsNotTiny() {
        // (1 - 2^-24) * 2^-126 rounds to 2^-126 in 24 bits; it is a product of two numbers of 24 bits.
        long largestBelowOne = 0x3F7F_FFFFL;
        long smallestNormalUp = 0x0080_0001L;
        FloatingContext context = sse(FloatingContext.NEAREST, 0);
        long product = Binary.multiply(context, FloatingFormat.SINGLE, largestBelowOne, smallestNormalUp);
        assertEquals(0x0080_0000L, product);
        assertEquals(FloatingContext.PRECISION, context.raised());
    }

    @Test
    void anExactDenormalResultIsAnUnderflowOnlyIfThatIsUnmasked() {
        long smallestNormal = 0x0080_0000L;
        long half = 0x3F00_0000L;
        FloatingContext masked = sse(FloatingContext.NEAREST, 0);
        assertEquals(0x0040_0000L, Binary.multiply(masked, FloatingFormat.SINGLE, smallestNormal, half));
        assertEquals(0, masked.raised());
        FloatingContext unmasked = new FloatingContext();
        unmasked.beginSse(0x1F80 & ~(FloatingContext.UNDERFLOW << 7));
        Binary.multiply(unmasked, FloatingFormat.SINGLE, smallestNormal, half);
        assertEquals(FloatingContext.UNDERFLOW, unmasked.raised());
    }

    /** @sdm Vol.1 10.2.3.3, 10.2.3.4 */
    @Test
    void tinyResultsAndOperandsBecomeZeroIfMxcsrSaysSo() {
        FloatingContext flushing = sse(FloatingContext.NEAREST, 0x8000);
        assertEquals(0x8000_0000L, Binary.multiply(flushing, FloatingFormat.SINGLE, 0x8080_0000L, 0x3F00_0000L));
        assertEquals(UNDERFLOW_AND_PRECISION, flushing.raised());
        FloatingContext zeroing = sse(FloatingContext.NEAREST, 0x40);
        assertEquals(0x3F80_0000L, Binary.add(zeroing, FloatingFormat.SINGLE, 0x0000_0001L, 0x3F80_0000L));
        assertEquals(0, zeroing.raised());
    }

    /** @sdm Vol.1 8.1.5.2 */
    @ParameterizedTest
    @CsvSource(textBlock = """
        # control, 1/3 in that precision
        037F, 3FFD:AAAAAAAAAAAAAAAB
        027F, 3FFD:AAAAAAAAAAAAA800
        007F, 3FFD:AAAAAB0000000000
        0F7F, 3FFD:AAAAAAAAAAAAAAAA
        0C7F, 3FFD:AAAAAA0000000000
        """)
    void theControlWordChoosesPrecisionAndRounding(String control, String result) {
        FloatingContext context = new FloatingContext();
        context.beginX87(Integer.parseInt(control, 16));
        Unpacked third = Arithmetic.divide(
                context, FloatingFormat.EXTENDED, IntegerConversion.exactly(1), IntegerConversion.exactly(3));
        assertEquals(result, String.format("%04X:%016X", third.signExponent(), third.extendedSignificand()));
        assertEquals(FloatingContext.PRECISION, context.raised());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "-", "*", "/"})
    void doublesAreThoseOfDecimalArithmetic(String operation) {
        Random random = new Random(SEED);
        FloatingContext context = sse(FloatingContext.NEAREST, 0);
        for (int i = 0; i < 20_000; i++) {
            double a = number(random);
            double b = number(random);
            long bits = apply(operation, context, Double.doubleToRawLongBits(a), Double.doubleToRawLongBits(b));
            assertEquals(exact(operation, a, b), Double.longBitsToDouble(bits), () -> "seed " + SEED + ": " + a + b);
        }
    }

    private static double number(Random random) {
        return (random.nextBoolean() ? 1 : -1) * Math.scalb(1 + random.nextDouble(), random.nextInt(80) - 40);
    }

    private static long apply(String operation, FloatingContext context, long a, long b) {
        FloatingFormat format = FloatingFormat.DOUBLE;
        return switch (operation) {
            case "+" -> Binary.add(context, format, a, b);
            case "-" -> Binary.subtract(context, format, a, b);
            case "*" -> Binary.multiply(context, format, a, b);
            default -> Binary.divide(context, format, a, b);
        };
    }

    private static double exact(String operation, double a, double b) {
        BigDecimal x = new BigDecimal(a);
        BigDecimal y = new BigDecimal(b);
        return switch (operation) {
            case "+" -> x.add(y).doubleValue();
            case "-" -> x.subtract(y).doubleValue();
            case "*" -> x.multiply(y).doubleValue();
            default -> x.divide(y, new MathContext(60, RoundingMode.DOWN)).doubleValue();
        };
    }

    /** @sdm Vol.2B "RCPPS", "RSQRTPS": the relative error is at most 1.5 * 2^-12. */
    @Test
    void estimatesKeepWithinTheBound() {
        Random random = new Random(SEED);
        FloatingContext context = sse(FloatingContext.NEAREST, 0);
        double worst = 0;
        for (int i = 0; i < 50_000; i++) {
            float x = (float) Math.scalb(1 + random.nextDouble(), random.nextInt(200) - 100);
            long bits = Float.floatToRawIntBits(x);
            long reciprocal = Estimate.reciprocal(context, FloatingFormat.SINGLE, 0, bits);
            long root = Estimate.reciprocalSquareRoot(context, FloatingFormat.SINGLE, 0, bits);
            worst = Math.max(worst, Math.abs(Float.intBitsToFloat((int) reciprocal) * (double) x - 1));
            worst = Math.max(worst, Math.abs(Float.intBitsToFloat((int) root) * Math.sqrt(x) - 1));
        }
        assertEquals(0, context.raised());
        assertTrue(worst <= 1.5 / 4096, "worst error " + worst);
    }

    @ParameterizedTest
    @EnumSource(
            value = FloatingFormat.class,
            names = {"SINGLE", "DOUBLE"})
    void theCommonCaseGivesTheSameResultsAndExceptions(FloatingFormat format) {
        Random random = new Random(SEED);
        FloatingContext quick = sse(FloatingContext.NEAREST, 0);
        FloatingContext thorough = sse(FloatingContext.NEAREST, 0);
        int exact = 0;
        for (int i = 0; i < 50_000; i++) {
            long a = encoded(format, random);
            long b = encoded(format, random);
            Unpacked x = Unpacked.of(format, a);
            Unpacked y = Unpacked.of(format, b);
            quick.begin();
            thorough.begin();
            long[] found = {
                Binary.add(quick, format, a, b),
                Binary.subtract(quick, format, a, b),
                Binary.multiply(quick, format, a, b),
                Binary.divide(quick, format, a, b),
                Binary.squareRoot(quick, format, a, b)
            };
            long[] expected = {
                Arithmetic.add(thorough, format, x, y).bits(format),
                Arithmetic.subtract(thorough, format, x, y).bits(format),
                Arithmetic.multiply(thorough, format, x, y).bits(format),
                Arithmetic.divide(thorough, format, x, y).bits(format),
                Arithmetic.squareRoot(thorough, format, y).bits(format)
            };
            assertArrayEquals(expected, found, () -> "seed " + SEED + ": " + x + ", " + y);
            assertEquals(thorough.raised(), quick.raised(), () -> "seed " + SEED + ": " + x + ", " + y);
            exact += thorough.raised() == 0 ? 1 : 0;
        }
        assertTrue(exact > 1000 && exact < 49_000, exact + " cases were exact");
    }

    /** Of all sizes, and half of them small integers, so that results are exact at times. */
    private static long encoded(FloatingFormat format, Random random) {
        double value = random.nextBoolean()
                ? (random.nextInt(9) + 1) * (double) (random.nextInt(9) + 1)
                : number(random) * Math.scalb(1.0, random.nextInt(1900) - 950);
        return format == FloatingFormat.DOUBLE
                ? Double.doubleToRawLongBits(value)
                : Float.floatToRawIntBits((float) value) & 0xFFFF_FFFFL;
    }
}
