package ringside.cpu.x86.floating;

/** Division and square root of unsigned numbers of 128 bits. Knuth, The Art of Computer Programming, 4.3.1. */
final class WideDivision {
    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private WideDivision() {}

    /** {@code high:low / divisor}, rounded down; the divisor has bit 63 set and is larger than {@code high}. */
    static long quotient(long high, long low, long divisor) {
        long upper = digit(high, low >>> 32, divisor);
        long rest = (high << 32 | low >>> 32) - upper * divisor;
        long lower = digit(rest, low & LOW_HALF, divisor);
        return upper << 32 | lower;
    }

    /** One digit of 32 bits of {@code (high * 2^32 + next) / divisor}: guessed from the upper half of the divisor. */
    private static long digit(long high, long next, long divisor) {
        long top = divisor >>> 32;
        long guess = Math.min(unsignedQuotient(high, top), LOW_HALF);
        long rest = high - guess * top;
        while (rest <= LOW_HALF && Long.compareUnsigned(guess * (divisor & LOW_HALF), rest << 32 | next) > 0) {
            guess--;
            rest += top;
        }
        return guess;
    }

    private static long unsignedQuotient(long a, long b) {
        return Long.divideUnsigned(a, b);
    }

    /** The square root of {@code high:low}, rounded down; one of the two upper bits is set. */
    static long squareRoot(long high, long low) {
        long root = 0;
        long restHigh = 0;
        long restLow = 0;
        for (int i = 0; i < 64; i++) {
            int shift = 62 - 2 * (i & 31);
            long pair = (i < 32 ? high : low) >>> shift & 3;
            restHigh = restHigh << 2 | restLow >>> 62;
            restLow = restLow << 2 | pair;
            // Subtract 4 * root + 1 from the rest, if it can be.
            long trialHigh = root >>> 62;
            long trialLow = root << 2 | 1;
            boolean fits =
                    restHigh > trialHigh || restHigh == trialHigh && Long.compareUnsigned(restLow, trialLow) >= 0;
            if (fits) {
                restHigh -= trialHigh + (Long.compareUnsigned(restLow, trialLow) < 0 ? 1 : 0);
                restLow -= trialLow;
            }
            root = root << 1 | (fits ? 1 : 0);
        }
        return root;
    }
}
