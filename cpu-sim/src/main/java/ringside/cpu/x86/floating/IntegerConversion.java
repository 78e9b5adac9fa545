package ringside.cpu.x86.floating;

/** Between floating-point numbers and integers, and among formats. @sdm Vol.1 4.8.4.2, 11.4.1.6 */
public final class IntegerConversion {
    private IntegerConversion() {}

    /**
     * Converts to a signed integer in the rounding mode.
     *
     * @return sign-extended; the integer indefinite, the most negative one, if it does not fit
     */
    public static long toInteger(FloatingContext c, Unpacked a, int bits) {
        long indefinite = -1L << (bits - 1);
        if (a.isZero()) {
            return 0;
        }
        if (a.isNan() || a.isInfinity() || a.exponent() > 63) {
            c.raise(FloatingContext.INVALID);
            return indefinite;
        }
        long magnitude = magnitude(c, a);
        long limit = a.negative() ? -indefinite : ~indefinite;
        if (Long.compareUnsigned(magnitude, limit) > 0) {
            c.raise(FloatingContext.INVALID);
            return indefinite;
        }
        if (c.lastInexact()) {
            c.raiseInexact(c.lastUp());
        }
        return a.negative() ? -magnitude : magnitude;
    }

    /** Rounds the magnitude of a number below 2^64 to an integer. */
    static long magnitude(FloatingContext c, Unpacked a) {
        int distance = 63 - a.exponent();
        long high = distance < 64 ? a.significand() >>> distance : 0;
        return c.roundTo(a.negative(), high, Rounding.belowShifted(a.significand(), 0, distance), 64);
    }

    /** A signed integer, which double extended precision holds exactly. */
    public static Unpacked exactly(long value) {
        return Unpacked.normalized(value < 0, 63, Math.abs(value));
    }

    /** Converts a signed integer. */
    public static Unpacked fromInteger(FloatingContext c, FloatingFormat format, long value) {
        if (value == 0) {
            return Unpacked.zero(false);
        }
        long magnitude = Math.abs(value);
        int zeros = Long.numberOfLeadingZeros(magnitude);
        return Rounding.round(c, format, value < 0, 63 - zeros, magnitude << zeros, 0);
    }

    /** Rounds to an integer that stays a floating-point number. @sdm Vol.2A "FRNDINT" */
    public static Unpacked roundToInteger(FloatingContext c, Unpacked a) {
        if (a.isNan()) {
            return NotANumber.result(c, a);
        }
        c.raiseDenormal(a, a);
        if (a.kind() != Unpacked.Kind.FINITE || a.exponent() >= 63) {
            return a;
        }
        long magnitude = magnitude(c, a);
        if (c.lastInexact()) {
            c.raiseInexact(c.lastUp());
        }
        return Unpacked.normalized(a.negative(), 63, magnitude);
    }

    /** Converts to another format, from which a denormal number is an exception. */
    public static Unpacked convert(FloatingContext c, FloatingFormat format, Unpacked a) {
        if (a.isNan()) {
            return NotANumber.result(c, a);
        }
        c.raiseDenormal(a, a);
        return a.kind() == Unpacked.Kind.FINITE
                ? Rounding.round(c, format, a.negative(), a.exponent(), a.significand(), 0)
                : a;
    }

    /** Rounds a number of an x87 register for a store, where a denormal number is no exception. */
    public static Unpacked store(FloatingContext c, FloatingFormat format, Unpacked a) {
        if (a.isNan()) {
            return NotANumber.result(c, a);
        }
        return a.kind() == Unpacked.Kind.FINITE
                ? Rounding.round(c, format, a.negative(), a.exponent(), a.significand(), 0)
                : a;
    }
}
