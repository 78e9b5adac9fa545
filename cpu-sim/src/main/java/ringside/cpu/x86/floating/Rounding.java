package ringside.cpu.x86.floating;

/** Makes an exact result a member of a format, with the exceptions that this means. @sdm Vol.1 4.9.1.4 to 4.9.1.6 */
final class Rounding {
    /** What is added to or taken from the exponent of a result whose underflow or overflow is not masked. */
    private static final int BIAS_ADJUSTMENT = 24576;

    private Rounding() {}

    /**
     * Rounds a number other than zero.
     *
     * @param high the significand, bit 63 set
     * @param low what follows below it; its lowest bit stands for everything farther down
     */
    static Unpacked round(
            FloatingContext c, FloatingFormat format, boolean negative, int exponent, long high, long low) {
        long rounded = c.roundTo(negative, high, low, c.precision(format));
        boolean carried = rounded == 0;
        int finalExponent = carried ? exponent + 1 : exponent;
        Unpacked result = Unpacked.finite(negative, finalExponent, carried ? 1L << 63 : rounded);
        if (finalExponent < format.smallestExponent()) {
            return c.isMasked(FloatingContext.UNDERFLOW)
                    ? tiny(c, format, negative, format.smallestExponent() - exponent, high, low)
                    : adjusted(c, format, result, FloatingContext.UNDERFLOW, BIAS_ADJUSTMENT);
        }
        if (finalExponent > format.largestExponent()) {
            return c.isMasked(FloatingContext.OVERFLOW)
                    ? huge(c, format, negative)
                    : adjusted(c, format, result, FloatingContext.OVERFLOW, -BIAS_ADJUSTMENT);
        }
        if (c.lastInexact()) {
            c.raiseInexact(c.lastUp());
        }
        return result;
    }

    /** A result below the normal numbers: denormal, zero, or rounded up to the smallest normal number. */
    private static Unpacked tiny(
            FloatingContext c, FloatingFormat format, boolean negative, int distance, long high, long low) {
        if (c.flushesToZero()) {
            c.raise(FloatingContext.UNDERFLOW | FloatingContext.PRECISION);
            return Unpacked.zero(negative);
        }
        long shifted = distance < 64 ? high >>> distance : 0;
        long below = belowShifted(high, low, distance);
        long rounded = c.roundTo(negative, shifted, below, c.precision(format));
        if (c.lastInexact()) {
            c.raise(FloatingContext.UNDERFLOW);
            c.raiseInexact(c.lastUp());
        }
        return Unpacked.normalized(negative, format.smallestExponent(), rounded);
    }

    /** The lower half of {@code high:low} after a shift to the right; what falls out is gathered in the lowest bit. */
    static long belowShifted(long high, long low, int distance) {
        if (distance == 0) {
            return low;
        }
        if (distance < 64) {
            long out = low << (64 - distance);
            return high << (64 - distance) | low >>> distance | (out != 0 ? 1 : 0);
        }
        if (distance == 64) {
            return high | (low != 0 ? 1 : 0);
        }
        if (distance < 128) {
            long out = high << (128 - distance) | low;
            return high >>> (distance - 64) | (out != 0 ? 1 : 0);
        }
        return 1;
    }

    /** A result beyond the largest number. @sdm Vol.1 Table 4-10 */
    private static Unpacked huge(FloatingContext c, FloatingFormat format, boolean negative) {
        boolean infinite = switch (c.rounding()) {
            case FloatingContext.NEAREST -> true;
            case FloatingContext.DOWN -> negative;
            case FloatingContext.UP -> !negative;
            default -> false;
        };
        c.raise(FloatingContext.OVERFLOW);
        c.raiseInexact(infinite);
        return infinite
                ? Unpacked.infinity(negative)
                : Unpacked.finite(negative, format.largestExponent(), -1L << (64 - c.precision(format)));
    }

    /**
     * What a handler of the unmasked exception finds in an x87 register: the result with an exponent that fits. In other
     * formats nobody will see it.
     */
    private static Unpacked adjusted(
            FloatingContext c, FloatingFormat format, Unpacked result, int exception, int adjustment) {
        c.raise(exception);
        if (c.lastInexact()) {
            c.raiseInexact(c.lastUp());
        }
        if (format != FloatingFormat.EXTENDED) {
            // It is not stored.
            return result;
        }
        int exponent = result.exponent() + adjustment;
        if (format != FloatingFormat.EXTENDED) {
            return result;
        }
        if (exponent > format.largestExponent() || exponent < format.smallestExponent()) {
            boolean infinite = exponent > 0;
            c.raiseInexact(infinite);
            return infinite ? Unpacked.infinity(result.negative()) : Unpacked.zero(result.negative());
        }
        return Unpacked.finite(result.negative(), exponent, result.significand());
    }
}
