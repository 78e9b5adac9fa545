package ringside.cpu.x86.floating;

/**
 * How operations round and answer, and what they have reported since {@link #begin}.
 *
 * <p>One belongs to each unit of the processor, filled from its control register before an operation; so that
 * operations can report without making objects. @sdm Vol.1 4.8.4, 4.9, 8.1.5, 10.2.3
 */
public final class FloatingContext {
    /** Exceptions, at their places in the status word and in MXCSR. */
    public static final int INVALID = 1;

    public static final int DENORMAL = 1 << 1;
    public static final int DIVIDE_BY_ZERO = 1 << 2;
    public static final int OVERFLOW = 1 << 3;
    public static final int UNDERFLOW = 1 << 4;
    public static final int PRECISION = 1 << 5;
    /** All of them. */
    static final int ALL = 0x3F;

    /** Those found before the operation: unmasked, they leave nothing to round. */
    public static final int BEFORE_COMPUTATION = INVALID | DENORMAL | DIVIDE_BY_ZERO;

    /** Rounding modes as the control registers encode them. */
    public static final int NEAREST = 0;

    public static final int DOWN = 1;
    public static final int UP = 2;
    public static final int TRUNCATE = 3;

    private int rounding;
    private int extendedPrecision = 64;
    private int masks = ALL;
    private boolean flushesToZero;
    private boolean denormalsAreZero;
    private boolean largerNanWins;
    /** Rounds to nearest, all exceptions masked. */
    private boolean ordinary;
    /** The control register has the precision exception already, so it need not be found out again. */
    private boolean inexactKnown;

    private int raised;
    private boolean roundedUp;
    /** What {@link #roundTo} found. */
    private boolean lastInexact;

    private boolean lastUp;

    /** Begins an operation of SSE. @sdm Vol.1 Figure 10-3 */
    public void beginSse(int mxcsr) {
        rounding = mxcsr >>> 13 & 3;
        masks = mxcsr >>> 7 & 0x3F;
        flushesToZero = (mxcsr & 0x8000) != 0;
        denormalsAreZero = (mxcsr & 0x40) != 0;
        largerNanWins = false;
        ordinary = rounding == NEAREST && masks == ALL;
        inexactKnown = (mxcsr & PRECISION) != 0;
        begin();
    }

    /** Begins an operation of the x87. @sdm Vol.1 Figure 8-6 */
    public void beginX87(int controlWord) {
        rounding = controlWord >>> 10 & 3;
        masks = controlWord & 0x3F;
        extendedPrecision = switch (controlWord >>> 8 & 3) {
            case 0 -> 24;
            case 2 -> 53;
            default -> 64;
        };
        flushesToZero = false;
        denormalsAreZero = false;
        largerNanWins = true;
        ordinary = false;
        inexactKnown = false;
        begin();
    }

    /** Begins another operation in the same way. */
    public void begin() {
        raised = 0;
        roundedUp = false;
    }

    /** Rounds to so many bits of significand in double extended precision. */
    public void setExtendedPrecision(int bits) {
        extendedPrecision = bits;
    }

    /** Rounds in another mode than the control register says. */
    public void setRounding(int mode) {
        rounding = mode;
        ordinary = false;
    }

    /** The rounding mode. */
    public int rounding() {
        return rounding;
    }

    /** Reports exceptions. */
    public void raise(int exceptions) {
        raised |= exceptions;
    }

    /** Takes reports back: what would have been rounded is not stored after all. */
    public void forget(int exceptions) {
        raised &= ~exceptions;
    }

    /** What has been reported. */
    public int raised() {
        return raised;
    }

    /** What has been reported, but what stands after an unmasked exception that prevents the computation. */
    public int effective() {
        return (raised & ~masks & BEFORE_COMPUTATION) != 0 ? raised & BEFORE_COMPUTATION : raised;
    }

    /** Whether something has been reported that is not masked. */
    public boolean isUnmasked(int exceptions) {
        return (raised & ~masks & exceptions) != 0;
    }

    /** Whether the last inexact result was rounded away from zero. */
    public boolean roundedUp() {
        return roundedUp;
    }

    /** Whether it rounds to nearest and masks all exceptions. */
    boolean isOrdinary() {
        return ordinary;
    }

    /** Whether an inexact result would be nothing new. */
    boolean isInexactKnown() {
        return inexactKnown;
    }

    boolean isMasked(int exception) {
        return (masks & exception) != 0;
    }

    boolean flushesToZero() {
        return flushesToZero;
    }

    boolean denormalsAreZero() {
        return denormalsAreZero;
    }

    /** Whether of two NaNs the one with the larger significand is the result, as in the x87; else the first. */
    boolean largerNanWins() {
        return largerNanWins;
    }

    int precision(FloatingFormat format) {
        return format == FloatingFormat.EXTENDED ? extendedPrecision : format.precision();
    }

    /** Reports a result that was rounded. */
    void raiseInexact(boolean up) {
        raised |= PRECISION;
        roundedUp = up;
    }

    /** Reports denormal operands. */
    void raiseDenormal(Unpacked a, Unpacked b) {
        if (a.denormal() || b.denormal()) {
            raised |= DENORMAL;
        }
    }

    /**
     * Rounds a significand to its upper bits.
     *
     * @param low what follows below {@code high}; its lowest bit stands for everything farther down
     * @return the rounded significand; if it was rounded up to the next power of two, that is zero
     */
    long roundTo(boolean negative, long high, long low, int bits) {
        long unit = 1L << (64 - bits);
        long kept = high & -unit;
        long rest = bits == 64 ? low : high - kept << bits | (low != 0 ? 1 : 0);
        lastInexact = rest != 0;
        lastUp = lastInexact && roundsUp(negative, rest, (high & unit) != 0);
        return lastUp ? kept + unit : kept;
    }

    private boolean roundsUp(boolean negative, long rest, boolean odd) {
        return switch (rounding) {
            case NEAREST -> rest < 0 && (odd || rest != Long.MIN_VALUE);
            case DOWN -> negative;
            case UP -> !negative;
            default -> false;
        };
    }

    boolean lastInexact() {
        return lastInexact;
    }

    boolean lastUp() {
        return lastUp;
    }
}
