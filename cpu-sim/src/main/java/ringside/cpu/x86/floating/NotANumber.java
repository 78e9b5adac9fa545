package ringside.cpu.x86.floating;

/** Operations with a NaN among their operands. @sdm Vol.1 4.8.3.5, Table 4-7 */
final class NotANumber {
    private NotANumber() {}

    /** The result of an operation that is invalid for its operands, which are no NaNs. */
    static Unpacked invalid(FloatingContext c) {
        c.raise(FloatingContext.INVALID);
        return Unpacked.INDEFINITE;
    }

    /** The result of an operation with one operand, a NaN. */
    static Unpacked result(FloatingContext c, Unpacked a) {
        if (a.isSignaling()) {
            c.raise(FloatingContext.INVALID);
        }
        return a.quieted();
    }

    /** The result of an operation with two operands, one of which is a NaN at least. */
    static Unpacked result(FloatingContext c, Unpacked a, Unpacked b) {
        if (a.isSignaling() || b.isSignaling()) {
            c.raise(FloatingContext.INVALID);
        }
        if (a.kind() == Unpacked.Kind.UNSUPPORTED || b.kind() == Unpacked.Kind.UNSUPPORTED) {
            return Unpacked.INDEFINITE;
        }
        if (!a.isNan() || !b.isNan()) {
            return a.isNan() ? a.quieted() : b.quieted();
        }
        return c.largerNanWins() ? larger(a, b) : a.quieted();
    }

    /** A quiet NaN goes before a signaling one, then the larger significand, then the positive one. */
    private static Unpacked larger(Unpacked a, Unpacked b) {
        if (a.kind() != b.kind()) {
            return a.isSignaling() ? b : a;
        }
        int order = Long.compareUnsigned(a.significand(), b.significand());
        boolean first = order == 0 ? !a.negative() : order > 0;
        return first ? a.quieted() : b.quieted();
    }
}
