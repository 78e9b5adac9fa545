package ringside.cpu.x86.floating;

/** Operations of SSE on encoded numbers in single and double precision. @sdm Vol.1 11.4.1 */
public final class Binary {
    private Binary() {}

    /** An operation on two encoded numbers. */
    @FunctionalInterface
    public interface Operation {
        /** The encoded result, the exceptions reported to the context. */
        long apply(FloatingContext c, FloatingFormat format, long a, long b);
    }

    /** Takes an operand apart, denormal ones as zero if MXCSR says so. */
    public static Unpacked operand(FloatingContext c, FloatingFormat format, long bits) {
        Unpacked a = Unpacked.of(format, bits);
        return a.denormal() && c.denormalsAreZero() ? Unpacked.zero(a.negative()) : a;
    }

    /** {@code a + b}. */
    public static long add(FloatingContext c, FloatingFormat format, long a, long b) {
        long ordinary = c.isOrdinary() ? OrdinaryArithmetic.add(c, format, a, b) : OrdinaryArithmetic.REFUSED;
        return ordinary != OrdinaryArithmetic.REFUSED
                ? ordinary
                : Arithmetic.add(c, format, operand(c, format, a), operand(c, format, b))
                        .bits(format);
    }

    /** {@code a - b}. */
    public static long subtract(FloatingContext c, FloatingFormat format, long a, long b) {
        long ordinary = c.isOrdinary() ? OrdinaryArithmetic.subtract(c, format, a, b) : OrdinaryArithmetic.REFUSED;
        return ordinary != OrdinaryArithmetic.REFUSED
                ? ordinary
                : Arithmetic.subtract(c, format, operand(c, format, a), operand(c, format, b))
                        .bits(format);
    }

    /** {@code a * b}. */
    public static long multiply(FloatingContext c, FloatingFormat format, long a, long b) {
        long ordinary = c.isOrdinary() ? OrdinaryArithmetic.multiply(c, format, a, b) : OrdinaryArithmetic.REFUSED;
        return ordinary != OrdinaryArithmetic.REFUSED
                ? ordinary
                : Arithmetic.multiply(c, format, operand(c, format, a), operand(c, format, b))
                        .bits(format);
    }

    /** {@code a / b}. */
    public static long divide(FloatingContext c, FloatingFormat format, long a, long b) {
        long ordinary = c.isOrdinary() ? OrdinaryArithmetic.divide(c, format, a, b) : OrdinaryArithmetic.REFUSED;
        return ordinary != OrdinaryArithmetic.REFUSED
                ? ordinary
                : Arithmetic.divide(c, format, operand(c, format, a), operand(c, format, b))
                        .bits(format);
    }

    /** The square root of {@code b}. */
    public static long squareRoot(FloatingContext c, FloatingFormat format, long a, long b) {
        long ordinary = c.isOrdinary() ? OrdinaryArithmetic.squareRoot(c, format, b) : OrdinaryArithmetic.REFUSED;
        return ordinary != OrdinaryArithmetic.REFUSED
                ? ordinary
                : Arithmetic.squareRoot(c, format, operand(c, format, b)).bits(format);
    }

    /** The smaller one; {@code b} if they are equal or one is a NaN. */
    public static long minimum(FloatingContext c, FloatingFormat format, long a, long b) {
        return extreme(c, format, a, b, Comparison.LESS);
    }

    /** The larger one; {@code b} if they are equal or one is a NaN. */
    public static long maximum(FloatingContext c, FloatingFormat format, long a, long b) {
        return extreme(c, format, a, b, Comparison.GREATER);
    }

    private static long extreme(FloatingContext c, FloatingFormat format, long a, long b, Comparison wanted) {
        Unpacked x = operand(c, format, a);
        Unpacked y = operand(c, format, b);
        boolean first = Comparison.ordered(c, x, y) == wanted;
        if (first) {
            return x.bits(format);
        }
        return y.isNan() ? b : y.bits(format);
    }

    /** Compares by one of the eight predicates of CMPPS: all ones or zero. @sdm Vol.2A "CMPPS" */
    public static long compare(FloatingContext c, FloatingFormat format, long a, long b, int predicate) {
        Unpacked x = operand(c, format, a);
        Unpacked y = operand(c, format, b);
        boolean signals = (predicate & 3) == 1 || (predicate & 3) == 2;
        Comparison order = signals ? Comparison.ordered(c, x, y) : Comparison.unordered(c, x, y);
        boolean holds = switch (predicate & 3) {
            case 0 -> order == Comparison.EQUAL;
            case 1 -> order == Comparison.LESS;
            case 2 -> order == Comparison.LESS || order == Comparison.EQUAL;
            default -> order == Comparison.UNORDERED;
        };
        return holds != (predicate >= 4) ? -1L >>> (64 - format.bits()) : 0;
    }

    /** Converts to the other precision. */
    public static long convert(FloatingContext c, FloatingFormat from, FloatingFormat to, long a) {
        return IntegerConversion.convert(c, to, operand(c, from, a)).bits(to);
    }

    /** Converts a signed integer. */
    public static long fromInteger(FloatingContext c, FloatingFormat format, long value) {
        return IntegerConversion.fromInteger(c, format, value).bits(format);
    }

    /** Converts to a signed integer of so many bits, sign-extended. */
    public static long toInteger(FloatingContext c, FloatingFormat format, long a, int bits) {
        return IntegerConversion.toInteger(c, operand(c, format, a), bits);
    }
}
