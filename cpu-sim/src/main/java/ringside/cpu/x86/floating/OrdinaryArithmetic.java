package ringside.cpu.x86.floating;

/**
 * The common case of SSE arithmetic by Java's own: ordinary numbers, rounded to nearest, all exceptions masked.
 *
 * <p>How it works: Java's arithmetic is that of IEEE 754, so its results are right where operands and result are far from
 * overflow and underflow; all else is refused. What Java does not tell is whether a result is exact: its error, which is
 * a number itself, is computed and compared with zero, unless MXCSR knows an inexact result already.
 */
final class OrdinaryArithmetic {
    /** Not an ordinary case. Zero never is an ordinary result. */
    static final long REFUSED = 0;

    private static final int MARGIN = 120;
    private static final int DOUBLE_EXPONENTS = 0x7FF;
    private static final int SINGLE_EXPONENTS = 0xFF;

    private OrdinaryArithmetic() {}

    /** Whether a number in double precision is so far from the limits that the errors of results have no underflow. */
    private static boolean isOrdinary(long bits) {
        int exponent = (int) (bits >>> 52) & DOUBLE_EXPONENTS;
        return exponent > MARGIN && exponent < DOUBLE_EXPONENTS - MARGIN;
    }

    private static boolean isOrdinary(int bits) {
        int exponent = bits >>> 23 & SINGLE_EXPONENTS;
        return exponent > 1 && exponent < SINGLE_EXPONENTS - 1;
    }

    private static long result(FloatingContext c, double value, boolean exact) {
        long bits = Double.doubleToRawLongBits(value);
        if (!isOrdinary(bits)) {
            return REFUSED;
        }
        if (!exact) {
            c.raise(FloatingContext.PRECISION);
        }
        return bits;
    }

    private static long result(FloatingContext c, float value, boolean exact) {
        int bits = Float.floatToRawIntBits(value);
        if (!isOrdinary(bits)) {
            return REFUSED;
        }
        if (!exact) {
            c.raise(FloatingContext.PRECISION);
        }
        return bits & 0xFFFF_FFFFL;
    }

    static long add(FloatingContext c, FloatingFormat format, long a, long b) {
        if (format == FloatingFormat.DOUBLE) {
            double x = Double.longBitsToDouble(a);
            double y = Double.longBitsToDouble(b);
            double sum = x + y;
            return isOrdinary(a) && isOrdinary(b) ? result(c, sum, sum - x == y && sum - y == x) : REFUSED;
        }
        float x = Float.intBitsToFloat((int) a);
        float y = Float.intBitsToFloat((int) b);
        float sum = x + y;
        return isOrdinary((int) a) && isOrdinary((int) b) ? result(c, sum, sum - x == y && sum - y == x) : REFUSED;
    }

    static long subtract(FloatingContext c, FloatingFormat format, long a, long b) {
        return add(c, format, a, b ^ format.signBit());
    }

    static long multiply(FloatingContext c, FloatingFormat format, long a, long b) {
        if (format == FloatingFormat.DOUBLE) {
            if (!isOrdinary(a) || !isOrdinary(b)) {
                return REFUSED;
            }
            double x = Double.longBitsToDouble(a);
            double y = Double.longBitsToDouble(b);
            double product = x * y;
            return result(c, product, !c.isInexactKnown() && Math.fma(x, y, -product) == 0);
        }
        if (!isOrdinary((int) a) || !isOrdinary((int) b)) {
            return REFUSED;
        }
        double product = (double) Float.intBitsToFloat((int) a) * Float.intBitsToFloat((int) b);
        return result(c, (float) product, (float) product == product);
    }

    static long divide(FloatingContext c, FloatingFormat format, long a, long b) {
        if (format == FloatingFormat.DOUBLE) {
            if (!isOrdinary(a) || !isOrdinary(b)) {
                return REFUSED;
            }
            double x = Double.longBitsToDouble(a);
            double y = Double.longBitsToDouble(b);
            double quotient = x / y;
            return result(c, quotient, !c.isInexactKnown() && Math.fma(quotient, y, -x) == 0);
        }
        if (!isOrdinary((int) a) || !isOrdinary((int) b)) {
            return REFUSED;
        }
        float x = Float.intBitsToFloat((int) a);
        float y = Float.intBitsToFloat((int) b);
        float quotient = x / y;
        return result(c, quotient, (double) quotient * y == x);
    }

    static long squareRoot(FloatingContext c, FloatingFormat format, long b) {
        if (format == FloatingFormat.DOUBLE) {
            double y = Double.longBitsToDouble(b);
            if (!isOrdinary(b) || y < 0) {
                return REFUSED;
            }
            double root = Math.sqrt(y);
            return result(c, root, !c.isInexactKnown() && Math.fma(root, root, -y) == 0);
        }
        float y = Float.intBitsToFloat((int) b);
        if (!isOrdinary((int) b) || y < 0) {
            return REFUSED;
        }
        float root = (float) Math.sqrt(y);
        return result(c, root, (double) root * root == y);
    }
}
