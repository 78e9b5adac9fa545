package ringside.cpu.x86.floating;

/** How two numbers compare. @sdm Vol.1 4.8.4.3, Vol.2A "COMISD" */
public enum Comparison {
    LESS,
    EQUAL,
    GREATER,
    UNORDERED;

    /** Compares; a quiet NaN is as invalid as a signaling one. */
    public static Comparison ordered(FloatingContext c, Unpacked a, Unpacked b) {
        if (a.isNan() || b.isNan()) {
            c.raise(FloatingContext.INVALID);
            return UNORDERED;
        }
        return numbers(c, a, b);
    }

    /** Compares; only a signaling NaN is invalid. */
    public static Comparison unordered(FloatingContext c, Unpacked a, Unpacked b) {
        if (a.isNan() || b.isNan()) {
            if (a.isSignaling() || b.isSignaling()) {
                c.raise(FloatingContext.INVALID);
            }
            return UNORDERED;
        }
        return numbers(c, a, b);
    }

    private static Comparison numbers(FloatingContext c, Unpacked a, Unpacked b) {
        c.raiseDenormal(a, b);
        if (a.isZero() && b.isZero()) {
            return EQUAL;
        }
        if (a.isZero() || b.isZero()) {
            boolean less = a.isZero() ? !b.negative() : a.negative();
            return less ? LESS : GREATER;
        }
        if (a.negative() != b.negative()) {
            return a.negative() ? LESS : GREATER;
        }
        int order = magnitudes(a, b);
        return order == 0 ? EQUAL : order < 0 != a.negative() ? LESS : GREATER;
    }

    /** Compares the magnitudes of numbers other than zero. */
    static int magnitudes(Unpacked a, Unpacked b) {
        if (a.isInfinity() || b.isInfinity()) {
            return Boolean.compare(a.isInfinity(), b.isInfinity());
        }
        int order = Integer.compare(a.exponent(), b.exponent());
        return order != 0 ? order : Long.compareUnsigned(a.significand(), b.significand());
    }
}
