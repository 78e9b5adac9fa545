package ringside.cpu.x86.packed;

/** Four words of 16 bits. @sdm Vol.1 9.4 */
public final class PackedWords {
    private PackedWords() {}

    /** PADDW. */
    public static long add(long a, long b) {
        return Lanes.add(16, a, b);
    }

    /** PSUBW. */
    public static long subtract(long a, long b) {
        return Lanes.subtract(16, a, b);
    }

    /** PADDSW. */
    public static long addSigned(long a, long b) {
        return Lanes.addSigned(16, a, b);
    }

    /** PSUBSW. */
    public static long subtractSigned(long a, long b) {
        return Lanes.subtractSigned(16, a, b);
    }

    /** PADDUSW. */
    public static long addUnsigned(long a, long b) {
        return Lanes.addUnsigned(16, a, b);
    }

    /** PSUBUSW. */
    public static long subtractUnsigned(long a, long b) {
        return Lanes.subtractUnsigned(16, a, b);
    }

    /** PCMPEQW. */
    public static long equal(long a, long b) {
        return Lanes.equal(16, a, b);
    }

    /** PCMPGTW. */
    public static long greater(long a, long b) {
        return Lanes.greater(16, a, b);
    }

    /** PAVGW. */
    public static long average(long a, long b) {
        return Lanes.average(16, a, b);
    }

    /** PMINSW. */
    public static long minimum(long a, long b) {
        return Lanes.signed(16, a, b, Math::min);
    }

    /** PMAXSW. */
    public static long maximum(long a, long b) {
        return Lanes.signed(16, a, b, Math::max);
    }

    /** PMULLW: the lower halves of the products. */
    public static long multiplyLow(long a, long b) {
        return Lanes.signed(16, a, b, (x, y) -> x * y);
    }

    /** PMULHW: the upper halves of the signed products. */
    public static long multiplyHigh(long a, long b) {
        return Lanes.signed(16, a, b, (x, y) -> x * y >> 16);
    }

    /** PMULHUW: the upper halves of the unsigned products. */
    public static long multiplyHighUnsigned(long a, long b) {
        return Lanes.unsigned(16, a, b, (x, y) -> x * y >>> 16);
    }

    /** PMADDWD: the sums of neighbouring signed products, two doublewords. */
    public static long multiplyAdd(long a, long b) {
        return Lanes.signed(32, a, b, (x, y) -> (short) x * (short) y + (x >> 16) * (y >> 16));
    }

    /** PACKSSDW: the doublewords of {@code low}, then of {@code high}, saturated to signed words. */
    public static long packSigned(long low, long high) {
        return pack(low) | pack(high) << 32;
    }

    private static long pack(long doublewords) {
        long first = Lanes.saturateSigned(16, (int) doublewords);
        long second = Lanes.saturateSigned(16, doublewords >> 32);
        return first & 0xFFFF | (second & 0xFFFF) << 16;
    }

    /** The lower two words of both, alternating, {@code a} first. */
    public static long interleaveLow(long a, long b) {
        return a & 0xFFFF | (b & 0xFFFF) << 16 | (a & 0xFFFF_0000L) << 16 | (b & 0xFFFF_0000L) << 32;
    }

    /** The upper two words of both, alternating, {@code a} first. */
    public static long interleaveHigh(long a, long b) {
        return interleaveLow(a >>> 32, b >>> 32);
    }

    /** PSHUFW: the words that two bits each of {@code order} choose. */
    public static long shuffle(long a, int order) {
        return a >>> 16 * (order & 3) & 0xFFFF
                | (a >>> 16 * (order >>> 2 & 3) & 0xFFFF) << 16
                | (a >>> 16 * (order >>> 4 & 3) & 0xFFFF) << 32
                | a >>> 16 * (order >>> 6 & 3) << 48;
    }

    /** PSLLW. */
    public static long shiftLeft(long a, long count) {
        return tooFar(count, 15) ? 0 : (a & Lanes.ones(16) * (0xFFFF >>> count)) << count;
    }

    /** PSRLW. */
    public static long shiftRight(long a, long count) {
        return tooFar(count, 15) ? 0 : a >>> count & Lanes.ones(16) * (0xFFFF >>> count);
    }

    /** PSRAW. */
    public static long shiftRightSigned(long a, long count) {
        int by = tooFar(count, 15) ? 15 : (int) count;
        return Lanes.signed(16, a, 0, (x, y) -> x >> by);
    }

    private static boolean tooFar(long count, int most) {
        return Long.compareUnsigned(count, most) > 0;
    }
}
