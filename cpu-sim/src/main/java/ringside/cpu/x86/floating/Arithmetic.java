package ringside.cpu.x86.floating;

/** Addition, multiplication, division, square root. @sdm Vol.1 8.3.5, 11.4.1.2 */
public final class Arithmetic {
    private static final long ONE_HALF = 1L << 63;
    /** As what follows a significand: less than half a unit, but not nothing. */
    private static final long BELOW_HALF = 1L << 62;

    private static final long ABOVE_HALF = ONE_HALF | BELOW_HALF;

    private Arithmetic() {}

    /** {@code a + b}. */
    public static Unpacked add(FloatingContext c, FloatingFormat format, Unpacked a, Unpacked b) {
        if (a.isNan() || b.isNan()) {
            return NotANumber.result(c, a, b);
        }
        return addNumbers(c, format, a, b);
    }

    /** {@code a - b}. */
    public static Unpacked subtract(FloatingContext c, FloatingFormat format, Unpacked a, Unpacked b) {
        if (a.isNan() || b.isNan()) {
            return NotANumber.result(c, a, b);
        }
        return addNumbers(c, format, a, b.negated());
    }

    private static Unpacked addNumbers(FloatingContext c, FloatingFormat format, Unpacked a, Unpacked b) {
        if (a.isInfinity() && b.isInfinity() && a.negative() != b.negative()) {
            return NotANumber.invalid(c);
        }
        c.raiseDenormal(a, b);
        if (a.isInfinity() || b.isInfinity()) {
            return a.isInfinity() ? a : b;
        }
        if (a.isZero() && b.isZero()) {
            return Unpacked.zero(a.negative() == b.negative() ? a.negative() : c.rounding() == FloatingContext.DOWN);
        }
        if (a.isZero() || b.isZero()) {
            Unpacked other = a.isZero() ? b : a;
            return Rounding.round(c, format, other.negative(), other.exponent(), other.significand(), 0);
        }
        boolean swap = a.exponent() < b.exponent()
                || a.exponent() == b.exponent() && Long.compareUnsigned(a.significand(), b.significand()) < 0;
        return swap ? addSmaller(c, format, b, a) : addSmaller(c, format, a, b);
    }

    /** Adds a number whose magnitude is not larger. */
    private static Unpacked addSmaller(FloatingContext c, FloatingFormat format, Unpacked a, Unpacked b) {
        int distance = a.exponent() - b.exponent();
        long high = distance < 64 ? b.significand() >>> distance : 0;
        long low = Rounding.belowShifted(b.significand(), 0, distance);
        return a.negative() == b.negative()
                ? addMagnitude(c, format, a, high, low)
                : subtractMagnitude(c, format, a, high, low);
    }

    private static Unpacked addMagnitude(FloatingContext c, FloatingFormat format, Unpacked a, long high, long low) {
        long sum = a.significand() + high;
        if (Long.compareUnsigned(sum, high) >= 0) {
            return Rounding.round(c, format, a.negative(), a.exponent(), sum, low);
        }
        long below = Rounding.belowShifted(sum, low, 1);
        return Rounding.round(c, format, a.negative(), a.exponent() + 1, sum >>> 1 | ONE_HALF, below);
    }

    private static Unpacked subtractMagnitude(
            FloatingContext c, FloatingFormat format, Unpacked a, long high, long low) {
        long below = -low;
        long difference = a.significand() - high - (low != 0 ? 1 : 0);
        if (difference == 0 && below == 0) {
            return Unpacked.zero(c.rounding() == FloatingContext.DOWN);
        }
        if (difference == 0) {
            int zeros = Long.numberOfLeadingZeros(below);
            return Rounding.round(c, format, a.negative(), a.exponent() - 64 - zeros, below << zeros, 0);
        }
        int zeros = Long.numberOfLeadingZeros(difference);
        long shifted = zeros == 0 ? difference : difference << zeros | below >>> (64 - zeros);
        return Rounding.round(c, format, a.negative(), a.exponent() - zeros, shifted, below << zeros);
    }

    /** {@code a * b}. */
    public static Unpacked multiply(FloatingContext c, FloatingFormat format, Unpacked a, Unpacked b) {
        if (a.isNan() || b.isNan()) {
            return NotANumber.result(c, a, b);
        }
        if (a.isInfinity() && b.isZero() || a.isZero() && b.isInfinity()) {
            return NotANumber.invalid(c);
        }
        c.raiseDenormal(a, b);
        boolean negative = a.negative() != b.negative();
        if (a.isInfinity() || b.isInfinity()) {
            return Unpacked.infinity(negative);
        }
        if (a.isZero() || b.isZero()) {
            return Unpacked.zero(negative);
        }
        long high = multiplyHigh(a.significand(), b.significand());
        long low = a.significand() * b.significand();
        int exponent = a.exponent() + b.exponent() + 1;
        return high < 0
                ? Rounding.round(c, format, negative, exponent, high, low)
                : Rounding.round(c, format, negative, exponent - 1, high << 1 | low >>> 63, low << 1);
    }

    /** The upper half of an unsigned product. */
    static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }

    /** {@code a / b}. */
    public static Unpacked divide(FloatingContext c, FloatingFormat format, Unpacked a, Unpacked b) {
        if (a.isNan() || b.isNan()) {
            return NotANumber.result(c, a, b);
        }
        if (a.isInfinity() && b.isInfinity() || a.isZero() && b.isZero()) {
            return NotANumber.invalid(c);
        }
        boolean negative = a.negative() != b.negative();
        if (b.isZero() && !a.isInfinity()) {
            c.raise(FloatingContext.DIVIDE_BY_ZERO);
            return Unpacked.infinity(negative);
        }
        c.raiseDenormal(a, b);
        if (a.isInfinity()) {
            return Unpacked.infinity(negative);
        }
        if (a.isZero() || b.isInfinity()) {
            return Unpacked.zero(negative);
        }
        return divideNumbers(c, format, negative, a, b);
    }

    private static Unpacked divideNumbers(
            FloatingContext c, FloatingFormat format, boolean negative, Unpacked a, Unpacked b) {
        long divisor = b.significand();
        boolean less = Long.compareUnsigned(a.significand(), divisor) < 0;
        long high = less ? a.significand() : a.significand() >>> 1;
        long low = less ? 0 : a.significand() << 63;
        long quotient = WideDivision.quotient(high, low, divisor);
        long remainder = low - quotient * divisor;
        int exponent = a.exponent() - b.exponent() - (less ? 1 : 0);
        return Rounding.round(c, format, negative, exponent, quotient, fraction(remainder, divisor));
    }

    /** A remainder as a fraction of the divisor, as exact as rounding needs it. */
    private static long fraction(long remainder, long divisor) {
        if (remainder == 0) {
            return 0;
        }
        int order = Long.compareUnsigned(remainder, divisor - remainder);
        return order < 0 ? BELOW_HALF : order == 0 ? ONE_HALF : ABOVE_HALF;
    }

    /** The square root. */
    public static Unpacked squareRoot(FloatingContext c, FloatingFormat format, Unpacked a) {
        if (a.isNan()) {
            return NotANumber.result(c, a);
        }
        if (a.isZero()) {
            return a;
        }
        if (a.negative()) {
            return NotANumber.invalid(c);
        }
        c.raiseDenormal(a, a);
        if (a.isInfinity()) {
            return a;
        }
        boolean odd = (a.exponent() & 1) != 0;
        long high = odd ? a.significand() : a.significand() >>> 1;
        long low = odd ? 0 : a.significand() << 63;
        long root = WideDivision.squareRoot(high, low);
        // The root's square differs from the radicand by 2 * root at most: the low half tells it but for one bit.
        long square = root * root;
        long rest = low - square;
        boolean wide = high - multiplyHigh(root, root) - (Long.compareUnsigned(low, square) < 0 ? 1 : 0) != 0;
        long below = !wide && rest == 0 ? 0 : wide || Long.compareUnsigned(rest, root) > 0 ? ABOVE_HALF : BELOW_HALF;
        return Rounding.round(c, format, false, a.exponent() >> 1, root, below);
    }
}
