package ringside.cpu.x86.floating;

/**
 * A number taken apart. @sdm Vol.1 4.8.3
 *
 * @param kind what it is
 * @param negative the sign
 * @param exponent for a finite number other than zero, the power of two of bit 63 of the significand
 * @param significand for a finite number other than zero with bit 63 set; for a NaN its payload, aligned to bit 62, with
 *     bit 63 set
 * @param denormal whether its encoding was a denormal one
 */
public record Unpacked(Kind kind, boolean negative, int exponent, long significand, boolean denormal) {
    /** Classes of numbers. */
    public enum Kind {
        ZERO,
        FINITE,
        INFINITY,
        QUIET_NAN,
        SIGNALING_NAN,
        /** An encoding of 80 bits that stands for nothing. @sdm Vol.1 8.2.2 */
        UNSUPPORTED
    }

    private static final long INTEGER_BIT = 1L << 63;
    private static final long QUIET_BIT = 1L << 62;
    private static final int ALL_EXPONENT_BITS = 0x7FFF;

    /** The NaN that stands for the result of an invalid operation. @sdm Vol.1 4.8.3.7 */
    public static final Unpacked INDEFINITE = new Unpacked(Kind.QUIET_NAN, true, 0, INTEGER_BIT | QUIET_BIT, false);

    static Unpacked zero(boolean negative) {
        return new Unpacked(Kind.ZERO, negative, 0, 0, false);
    }

    static Unpacked infinity(boolean negative) {
        return new Unpacked(Kind.INFINITY, negative, 0, INTEGER_BIT, false);
    }

    static Unpacked finite(boolean negative, int exponent, long significand) {
        return new Unpacked(Kind.FINITE, negative, exponent, significand, false);
    }

    /** A significand that may have leading zeros, or be zero. */
    static Unpacked normalized(boolean negative, int exponent, long significand) {
        if (significand == 0) {
            return zero(negative);
        }
        int zeros = Long.numberOfLeadingZeros(significand);
        return finite(negative, exponent - zeros, significand << zeros);
    }

    /** A number in single or double precision. */
    public static Unpacked of(FloatingFormat format, long bits) {
        boolean negative = (bits & format.signBit()) != 0;
        long fraction = bits << format.alignment() & Long.MAX_VALUE;
        int ones = 2 * format.largestExponent() + 1;
        int biased = (int) (bits >>> (format.precision() - 1)) & ones;
        if (biased == ones) {
            return special(negative, fraction | INTEGER_BIT);
        }
        if (biased != 0) {
            return finite(negative, biased - format.largestExponent(), fraction | INTEGER_BIT);
        }
        return fraction == 0 ? zero(negative) : denormal(negative, format, fraction);
    }

    /** A number in double extended precision: sign and exponent in sixteen bits, and the significand. */
    public static Unpacked extended(int signExponent, long significand) {
        boolean negative = (signExponent & 0x8000) != 0;
        int biased = signExponent & ALL_EXPONENT_BITS;
        if (biased == 0) {
            return significand == 0 ? zero(negative) : denormal(negative, FloatingFormat.EXTENDED, significand);
        }
        if (significand >= 0) {
            return new Unpacked(Kind.UNSUPPORTED, negative, 0, significand, false);
        }
        return biased == ALL_EXPONENT_BITS
                ? special(negative, significand)
                : finite(negative, biased - FloatingFormat.EXTENDED.largestExponent(), significand);
    }

    private static Unpacked special(boolean negative, long significand) {
        if (significand == INTEGER_BIT) {
            return infinity(negative);
        }
        Kind kind = (significand & QUIET_BIT) != 0 ? Kind.QUIET_NAN : Kind.SIGNALING_NAN;
        return new Unpacked(kind, negative, 0, significand, false);
    }

    private static Unpacked denormal(boolean negative, FloatingFormat format, long significand) {
        int zeros = Long.numberOfLeadingZeros(significand);
        return new Unpacked(Kind.FINITE, negative, format.smallestExponent() - zeros, significand << zeros, true);
    }

    /** Whether it is a NaN or stands for nothing. */
    public boolean isNan() {
        return kind.ordinal() >= Kind.QUIET_NAN.ordinal();
    }

    /** Whether an operation on it is invalid whatever the operation: a signaling NaN or an unsupported encoding. */
    public boolean isSignaling() {
        return kind.ordinal() >= Kind.SIGNALING_NAN.ordinal();
    }

    /** Whether it is zero. */
    public boolean isZero() {
        return kind == Kind.ZERO;
    }

    /** Whether it is infinite. */
    public boolean isInfinity() {
        return kind == Kind.INFINITY;
    }

    /** The same with the other sign, NaNs too. */
    public Unpacked negated() {
        return new Unpacked(kind, !negative, exponent, significand, denormal);
    }

    /** A NaN, made quiet; the indefinite one for what is not supported. */
    Unpacked quieted() {
        return kind == Kind.UNSUPPORTED
                ? INDEFINITE
                : new Unpacked(Kind.QUIET_NAN, negative, 0, significand | QUIET_BIT, false);
    }

    /** The encoding in single or double precision, of which it is an exact member. */
    public long bits(FloatingFormat format) {
        long fraction = (significand & Long.MAX_VALUE) >>> format.alignment();
        int ones = 2 * format.largestExponent() + 1;
        long biased = switch (kind) {
            case ZERO -> 0;
            case FINITE -> exponent + format.largestExponent();
            default -> ones;
        };
        if (kind == Kind.FINITE && biased <= 0) {
            fraction = significand >>> format.alignment() >>> (1 - biased);
            biased = 0;
        }
        return (negative ? format.signBit() : 0) | biased << (format.precision() - 1) | fraction;
    }

    /** Sign and exponent of the encoding in double extended precision. */
    public int signExponent() {
        int biased = switch (kind) {
            case ZERO -> 0;
            case FINITE -> Math.max(0, exponent + FloatingFormat.EXTENDED.largestExponent());
            default -> ALL_EXPONENT_BITS;
        };
        return (negative ? 0x8000 : 0) | biased;
    }

    /** The significand of the encoding in double extended precision. */
    public long extendedSignificand() {
        int below = FloatingFormat.EXTENDED.smallestExponent() - exponent;
        return kind == Kind.FINITE && below > 0 ? significand >>> below : significand;
    }
}
