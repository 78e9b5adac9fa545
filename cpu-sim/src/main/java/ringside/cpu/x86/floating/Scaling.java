package ringside.cpu.x86.floating;

/** Taking exponents and adding to them. @sdm Vol.2A "FSCALE", "FXTRACT" */
public final class Scaling {
    /** Beyond this, every number overflows or underflows. */
    private static final int FARTHEST = 0x1_0000;

    private Scaling() {}

    /** {@code a * 2^b}, where b is cut off to an integer. */
    public static Unpacked scale(FloatingContext c, Unpacked a, Unpacked b) {
        if (a.isNan() || b.isNan()) {
            return NotANumber.result(c, a, b);
        }
        if (b.isInfinity() && (b.negative() ? a.isInfinity() : a.isZero())) {
            return NotANumber.invalid(c);
        }
        c.raiseDenormal(a, b);
        if (b.isInfinity()) {
            return b.negative() ? Unpacked.zero(a.negative()) : Unpacked.infinity(a.negative());
        }
        if (a.kind() != Unpacked.Kind.FINITE) {
            return a;
        }
        c.setExtendedPrecision(64);
        return Rounding.round(c, FloatingFormat.EXTENDED, a.negative(), a.exponent() + whole(b), a.significand(), 0);
    }

    /** The integer part, as far as it matters. */
    private static int whole(Unpacked b) {
        if (b.isZero() || b.exponent() < 0) {
            return 0;
        }
        int magnitude = b.exponent() > 16 ? FARTHEST : (int) (b.significand() >>> (63 - b.exponent()));
        return b.negative() ? -magnitude : magnitude;
    }

    /** The exponent as a number; minus infinity for zero, which is a division by zero. */
    public static Unpacked exponent(FloatingContext c, Unpacked a) {
        if (a.isNan()) {
            return NotANumber.result(c, a);
        }
        c.raiseDenormal(a, a);
        return switch (a.kind()) {
            case ZERO -> {
                c.raise(FloatingContext.DIVIDE_BY_ZERO);
                yield Unpacked.infinity(true);
            }
            case FINITE -> IntegerConversion.fromInteger(c, FloatingFormat.EXTENDED, a.exponent());
            default -> Unpacked.infinity(false);
        };
    }

    /** The significand as a number of exponent zero. */
    public static Unpacked significand(Unpacked a) {
        if (a.isNan()) {
            return a.quieted();
        }
        return a.kind() == Unpacked.Kind.FINITE ? Unpacked.finite(a.negative(), 0, a.significand()) : a;
    }
}
