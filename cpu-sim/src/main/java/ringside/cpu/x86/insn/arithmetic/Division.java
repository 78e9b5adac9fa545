package ringside.cpu.x86.insn.arithmetic;

import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** What DIV and IDIV have in common: the flags they leave, and the division of 128 bits by 64. @sdm Vol.2A "DIV" */
final class Division {
    /** All are undefined. */
    static final Effects EFFECTS = Effects.NONE.undefined("CF OF SF ZF AF PF");

    private static final int CHANGED = Rflags.named("SF ZF AF PF");
    private static final long DIGIT = 0xFFFF_FFFFL;

    private Division() {}

    /** Leaves the flags as AMD processors do: AF is set, SF, ZF and PF are clear, CF and OF as they were. */
    static void setFlags(X86Core cpu) {
        cpu.setStatusFlags(CHANGED, Rflags.AF);
    }

    /** #DE: the divisor is zero, or the quotient too large. */
    static X86Fault error() {
        return X86Fault.of(X86Fault.DE);
    }

    /**
     * The quotient of 128 bits by 64, all unsigned; it fits into 64 bits, for the divisor is greater than the upper half.
     *
     * <p>Long division in digits of 32 bits: an estimate from the divisor's upper digit is at most two too large if the
     * divisor's highest bit is set, which shifting both sides brings about. (Knuth, The Art of Computer Programming,
     * Vol.2 4.3.1 algorithm D.)
     */
    static long divideUnsigned(long high, long low, long divisor) {
        if (high == 0) {
            return Long.divideUnsigned(low, divisor);
        }
        int shift = Long.numberOfLeadingZeros(divisor);
        long d = divisor << shift;
        long upper = high << shift | low >>> 1 >>> (63 - shift);
        long lower = low << shift;
        long first = digit(upper, lower >>> 32, d);
        long rest = (upper << 32 | lower >>> 32) - first * d;
        return first << 32 | digit(rest, lower & DIGIT, d);
    }

    /** One digit of the quotient: {@code (rest * 2^32 + next) / divisor}, with {@code rest < divisor}. */
    private static long digit(long rest, long next, long divisor) {
        long divisorHigh = divisor >>> 32;
        long divisorLow = divisor & DIGIT;
        long estimate = Long.divideUnsigned(rest, divisorHigh);
        long remainder = rest - estimate * divisorHigh;
        while (estimate > DIGIT || Long.compareUnsigned(estimate * divisorLow, remainder << 32 | next) > 0) {
            estimate--;
            remainder += divisorHigh;
            if (remainder > DIGIT) {
                break;
            }
        }
        return estimate;
    }
}
