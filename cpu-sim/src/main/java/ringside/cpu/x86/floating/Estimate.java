package ringside.cpu.x86.floating;

/**
 * RCPPS and RSQRTPS: estimates in single precision. @sdm Vol.2B "RCPPS", "RSQRTPS"
 *
 * <p>The manual bounds the relative error by 1.5 * 2^-12, and processors differ below it. Here the estimate is the exact
 * value rounded to twelve bits of significand, whose error is at most 2^-12. The rounding mode and the exceptions of
 * MXCSR play no part; denormal operands count as zero, and results that would be denormal are zero.
 */
public final class Estimate {
    private static final int SIGN = 0x8000_0000;
    private static final int QUIET = 0x0040_0000;
    private static final int INDEFINITE = 0xFFC0_0000;
    /** The lowest of the twelve bits, in a significand of 24. */
    private static final int UNIT = 1 << 12;

    private Estimate() {}

    /** About {@code 1 / b}. */
    public static long reciprocal(FloatingContext c, FloatingFormat format, long a, long b) {
        int bits = (int) b;
        float value = Float.intBitsToFloat(bits);
        if (Float.isNaN(value)) {
            return unsigned(bits | QUIET);
        }
        if (Math.abs(value) < Float.MIN_NORMAL) {
            return unsigned(bits & SIGN | Float.floatToRawIntBits(Float.POSITIVE_INFINITY));
        }
        return unsigned(twelveBits(1.0 / value) | bits & SIGN);
    }

    /** About {@code 1 / sqrt(b)}. */
    public static long reciprocalSquareRoot(FloatingContext c, FloatingFormat format, long a, long b) {
        int bits = (int) b;
        float value = Float.intBitsToFloat(bits);
        if (Float.isNaN(value)) {
            return unsigned(bits | QUIET);
        }
        if (Math.abs(value) < Float.MIN_NORMAL) {
            return unsigned(bits & SIGN | Float.floatToRawIntBits(Float.POSITIVE_INFINITY));
        }
        return bits < 0 ? unsigned(INDEFINITE) : unsigned(twelveBits(1.0 / Math.sqrt(value)));
    }

    private static int twelveBits(double exact) {
        float nearest = (float) exact;
        if (Math.abs(nearest) < Float.MIN_NORMAL) {
            return 0;
        }
        return Float.floatToRawIntBits(nearest) + UNIT / 2 & -UNIT;
    }

    private static long unsigned(int bits) {
        return bits & 0xFFFF_FFFFL;
    }
}
