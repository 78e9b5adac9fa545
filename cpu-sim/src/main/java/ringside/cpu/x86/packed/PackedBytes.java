package ringside.cpu.x86.packed;

/** Eight bytes. @sdm Vol.1 9.4 */
public final class PackedBytes {
    private PackedBytes() {}

    /** PADDB. */
    public static long add(long a, long b) {
        return Lanes.add(8, a, b);
    }

    /** PSUBB. */
    public static long subtract(long a, long b) {
        return Lanes.subtract(8, a, b);
    }

    /** PADDSB. */
    public static long addSigned(long a, long b) {
        return Lanes.addSigned(8, a, b);
    }

    /** PSUBSB. */
    public static long subtractSigned(long a, long b) {
        return Lanes.subtractSigned(8, a, b);
    }

    /** PADDUSB. */
    public static long addUnsigned(long a, long b) {
        return Lanes.addUnsigned(8, a, b);
    }

    /** PSUBUSB. */
    public static long subtractUnsigned(long a, long b) {
        return Lanes.subtractUnsigned(8, a, b);
    }

    /** PCMPEQB. */
    public static long equal(long a, long b) {
        return Lanes.equal(8, a, b);
    }

    /** PCMPGTB. */
    public static long greater(long a, long b) {
        return Lanes.greater(8, a, b);
    }

    /** PAVGB. */
    public static long average(long a, long b) {
        return Lanes.average(8, a, b);
    }

    /** PMINUB. */
    public static long minimum(long a, long b) {
        return Lanes.unsigned(8, a, b, Math::min);
    }

    /** PMAXUB. */
    public static long maximum(long a, long b) {
        return Lanes.unsigned(8, a, b, Math::max);
    }

    /** PSADBW: the sum of the absolute differences. */
    public static long sumOfDifferences(long a, long b) {
        long differences = Lanes.unsigned(8, a, b, (x, y) -> Math.abs(x - y));
        long sum = 0;
        for (int at = 0; at < 64; at += 8) {
            sum += differences >>> at & 0xFF;
        }
        return sum;
    }

    /** PMOVMSKB: the highest bits of the bytes. */
    public static int signs(long a) {
        // Each sign, moved to bit 0 of its byte, is multiplied to its place in the highest byte.
        return (int) ((a >>> 7 & 0x0101_0101_0101_0101L) * 0x0102_0408_1020_4080L >>> 56);
    }

    /** PACKSSWB: the words of {@code low}, then of {@code high}, saturated to signed bytes. */
    public static long packSigned(long low, long high) {
        return pack(low, false) | pack(high, false) << 32;
    }

    /** PACKUSWB: the words of {@code low}, then of {@code high}, saturated to unsigned bytes. */
    public static long packUnsigned(long low, long high) {
        return pack(low, true) | pack(high, true) << 32;
    }

    private static long pack(long words, boolean unsigned) {
        long result = 0;
        for (int i = 0; i < 4; i++) {
            long word = words << (48 - 16 * i) >> 48;
            long octet = unsigned ? Lanes.saturateUnsigned(8, word) : Lanes.saturateSigned(8, word);
            result |= (octet & 0xFF) << 8 * i;
        }
        return result;
    }

    /** The lower four bytes of both, alternating, {@code a} first. */
    public static long interleaveLow(long a, long b) {
        return spread(a) | spread(b) << 8;
    }

    /** The upper four bytes of both, alternating, {@code a} first. */
    public static long interleaveHigh(long a, long b) {
        return interleaveLow(a >>> 32, b >>> 32);
    }

    private static long spread(long a) {
        long pairs = a & 0xFFFF | (a & 0xFFFF_0000L) << 16;
        return (pairs | pairs << 8) & 0x00FF_00FF_00FF_00FFL;
    }
}
