package ringside.cpu.x86.packed;

/** Two doublewords of 32 bits, or one quadword of 64. @sdm Vol.1 9.4 */
public final class PackedDoublewords {
    private static final long LOW = 0xFFFF_FFFFL;

    private PackedDoublewords() {}

    /** PADDD. */
    public static long add(long a, long b) {
        return Lanes.add(32, a, b);
    }

    /** PSUBD. */
    public static long subtract(long a, long b) {
        return Lanes.subtract(32, a, b);
    }

    /** PADDQ. */
    public static long addQuadword(long a, long b) {
        return a + b;
    }

    /** PSUBQ. */
    public static long subtractQuadword(long a, long b) {
        return a - b;
    }

    /** PCMPEQD. */
    public static long equal(long a, long b) {
        return Lanes.equal(32, a, b);
    }

    /** PCMPGTD. */
    public static long greater(long a, long b) {
        return Lanes.greater(32, a, b);
    }

    /** PMULUDQ: the product of the lower doublewords. */
    public static long multiply(long a, long b) {
        return (a & LOW) * (b & LOW);
    }

    /** PAND. */
    public static long and(long a, long b) {
        return a & b;
    }

    /** PANDN: what {@code b} has and {@code a} has not. */
    public static long andNot(long a, long b) {
        return ~a & b;
    }

    /** POR. */
    public static long or(long a, long b) {
        return a | b;
    }

    /** PXOR. */
    public static long xor(long a, long b) {
        return a ^ b;
    }

    /** The lower doublewords, {@code a} first. */
    public static long interleaveLow(long a, long b) {
        return a & LOW | b << 32;
    }

    /** The upper doublewords, {@code a} first. */
    public static long interleaveHigh(long a, long b) {
        return a >>> 32 | b & ~LOW;
    }

    /** PSLLD. */
    public static long shiftLeft(long a, long count) {
        return tooFar(count, 31) ? 0 : (a & Lanes.ones(32) * (LOW >>> count)) << count;
    }

    /** PSRLD. */
    public static long shiftRight(long a, long count) {
        return tooFar(count, 31) ? 0 : a >>> count & Lanes.ones(32) * (LOW >>> count);
    }

    /** PSRAD. */
    public static long shiftRightSigned(long a, long count) {
        int by = tooFar(count, 31) ? 31 : (int) count;
        return (int) a >> by & LOW | a >> 32 >> by << 32;
    }

    /** PSLLQ. */
    public static long shiftLeftQuadword(long a, long count) {
        return tooFar(count, 63) ? 0 : a << count;
    }

    /** PSRLQ. */
    public static long shiftRightQuadword(long a, long count) {
        return tooFar(count, 63) ? 0 : a >>> count;
    }

    private static boolean tooFar(long count, int most) {
        return Long.compareUnsigned(count, most) > 0;
    }
}
