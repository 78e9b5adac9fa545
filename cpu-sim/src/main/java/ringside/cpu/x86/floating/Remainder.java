package ringside.cpu.x86.floating;

/**
 * The remainder of a division, or a part of the way to it. @sdm Vol.2A "FPREM", "FPREM1"
 *
 * @param value the remainder, or what is left to divide
 * @param isComplete whether it is the remainder
 * @param quotient the lowest bits of the quotient, if it is
 */
public record Remainder(Unpacked value, boolean isComplete, int quotient) {
    private static final int BITS = 64;

    /** By a quotient that is cut off. */
    public static Remainder truncating(FloatingContext c, Unpacked a, Unpacked b) {
        return of(c, a, b, false);
    }

    /** By a quotient that is rounded to the nearest integer. */
    public static Remainder nearest(FloatingContext c, Unpacked a, Unpacked b) {
        return of(c, a, b, true);
    }

    private static Remainder of(FloatingContext c, Unpacked a, Unpacked b, boolean nearest) {
        if (a.isNan() || b.isNan()) {
            return new Remainder(NotANumber.result(c, a, b), true, 0);
        }
        if (a.isInfinity() || b.isZero()) {
            return new Remainder(NotANumber.invalid(c), true, 0);
        }
        c.raiseDenormal(a, b);
        c.setExtendedPrecision(BITS);
        if (a.isZero()) {
            return new Remainder(a, true, 0);
        }
        if (b.isInfinity() || a.exponent() < b.exponent() - 1) {
            return new Remainder(exact(c, a.negative(), a.exponent(), a.significand()), true, 0);
        }
        int distance = a.exponent() - b.exponent();
        return distance < BITS ? complete(c, a, b, nearest) : partial(c, a, b, distance);
    }

    /** The exact result, which may be denormal. */
    private static Unpacked exact(FloatingContext c, boolean negative, int exponent, long significand) {
        if (significand == 0) {
            return Unpacked.zero(negative);
        }
        int zeros = Long.numberOfLeadingZeros(significand);
        return Rounding.round(c, FloatingFormat.EXTENDED, negative, exponent - zeros, significand << zeros, 0);
    }

    private static Remainder complete(FloatingContext c, Unpacked a, Unpacked b, boolean nearest) {
        int steps = a.exponent() - b.exponent() + 1;
        long quotient = 0;
        long rest = a.significand();
        long divisor = b.significand();
        if (steps == 0) {
            return lessThanDivisor(c, a, b, nearest);
        }
        boolean carry = false;
        for (int i = 0; i < steps; i++) {
            boolean fits = carry || Long.compareUnsigned(rest, divisor) >= 0;
            rest = fits ? rest - divisor : rest;
            quotient = quotient << 1 | (fits ? 1 : 0);
            if (i + 1 < steps) {
                carry = rest < 0;
                rest <<= 1;
            }
        }
        boolean negative = a.negative();
        int order = Long.compareUnsigned(rest, divisor - rest);
        if (nearest && rest != 0 && (order > 0 || order == 0 && (quotient & 1) != 0)) {
            rest = divisor - rest;
            negative = !negative;
            quotient++;
        }
        return new Remainder(exact(c, negative, b.exponent(), rest), true, (int) quotient & 7);
    }

    /** The exponent is one smaller than the divisor's: the nearest quotient is 0 or 1. */
    private static Remainder lessThanDivisor(FloatingContext c, Unpacked a, Unpacked b, boolean nearest) {
        if (!nearest || Long.compareUnsigned(a.significand(), b.significand()) <= 0) {
            return new Remainder(exact(c, a.negative(), a.exponent(), a.significand()), true, 0);
        }
        // b - a, in units of a's exponent: 2 * b's significand - a's significand, which fits 64 bits as a > b / 2.
        long rest = 2 * b.significand() - a.significand();
        return new Remainder(exact(c, !a.negative(), a.exponent(), rest), true, 1);
    }

    /** Reduces the exponent by 32 to 63, as the manual leaves it to the processor. */
    private static Remainder partial(FloatingContext c, Unpacked a, Unpacked b, int distance) {
        int reduction = distance & 31 | 32;
        long rest = a.significand();
        long divisor = b.significand();
        boolean carry = false;
        for (int i = 0; i <= reduction; i++) {
            boolean fits = carry || Long.compareUnsigned(rest, divisor) >= 0;
            rest = fits ? rest - divisor : rest;
            if (i < reduction) {
                carry = rest < 0;
                rest <<= 1;
            }
        }
        return new Remainder(exact(c, a.negative(), a.exponent() - reduction, rest), false, 0);
    }
}
