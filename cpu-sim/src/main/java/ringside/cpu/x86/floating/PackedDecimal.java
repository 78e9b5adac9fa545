package ringside.cpu.x86.floating;

/** Integers of eighteen decimal digits, two a byte. @sdm Vol.1 4.7 */
public final class PackedDecimal {
    /** Bits 63:0 and 79:64 of the value that stands for the result of an invalid operation. */
    public static final long INDEFINITE_LOW = 0xC000_0000_0000_0000L;

    public static final int INDEFINITE_HIGH = 0xFFFF;

    private static final long LARGEST = 999_999_999_999_999_999L;
    private static final long TEN_TO_16 = 10_000_000_000_000_000L;

    private PackedDecimal() {}

    /** The number of digits in bits 63:0 and 71:64 with the sign in bit 79. Digits above nine count as they are. */
    public static Unpacked toNumber(long low, int high) {
        long magnitude = (high >>> 4 & 0xF) * 10L + (high & 0xF);
        for (int shift = 60; shift >= 0; shift -= 4) {
            magnitude = magnitude * 10 + (low >>> shift & 0xF);
        }
        Unpacked number = IntegerConversion.exactly(magnitude);
        return (high & 0x8000) != 0 ? number.negated() : number;
    }

    /**
     * Rounds to an integer of eighteen digits.
     *
     * @return its magnitude, or -1 if it does not fit
     */
    public static long magnitude(FloatingContext c, Unpacked a) {
        if (a.isZero()) {
            return 0;
        }
        if (a.isNan() || a.isInfinity() || a.exponent() > 59) {
            c.raise(FloatingContext.INVALID);
            return -1;
        }
        long magnitude = IntegerConversion.magnitude(c, a);
        if (magnitude > LARGEST) {
            c.raise(FloatingContext.INVALID);
            return -1;
        }
        if (c.lastInexact()) {
            c.raiseInexact(c.lastUp());
        }
        return magnitude;
    }

    /** The lower sixteen digits. */
    public static long lowDigits(long magnitude) {
        return digits(magnitude % TEN_TO_16);
    }

    /** The upper two digits, and the sign in bit 15. */
    public static int highDigits(long magnitude, boolean negative) {
        return (int) digits(magnitude / TEN_TO_16) | (negative ? 0x8000 : 0);
    }

    private static long digits(long value) {
        long rest = value;
        long result = 0;
        for (int shift = 0; rest != 0; shift += 4) {
            result |= rest % 10 << shift;
            rest /= 10;
        }
        return result;
    }
}
