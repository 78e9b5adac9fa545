package ringside.cpu.silicon;

import java.util.SplittableRandom;

/** Values for registers and memory: those at the edges of ranges, and random ones. */
final class Values {
    private static final long[] EDGES = {
        0,
        1,
        2,
        0x7F,
        0x80,
        0xFF,
        0x100,
        0x7FFF,
        0x8000,
        0xFFFF,
        0x1_0000,
        0x7FFF_FFFFL,
        0x8000_0000L,
        0xFFFF_FFFFL,
        0x1_0000_0000L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        -1,
        -2,
        0x5555_5555_5555_5555L,
        0xAAAA_AAAA_AAAA_AAAAL,
        0x0102_0408_1020_4080L
    };
    private static final long[] DOUBLES = {
        0,
        0x8000_0000_0000_0000L,
        0x3FF0_0000_0000_0000L,
        0xBFF0_0000_0000_0000L,
        0x7FF0_0000_0000_0000L,
        0xFFF0_0000_0000_0000L,
        0x7FF8_0000_0000_0000L,
        0xFFF8_0000_0000_0000L,
        0x7FF0_0000_0000_0001L,
        1,
        0x000F_FFFF_FFFF_FFFFL,
        0x0010_0000_0000_0000L,
        0x7FEF_FFFF_FFFF_FFFFL,
        0x41DF_FFFF_FFC0_0000L,
        0xC1E0_0000_0000_0000L,
        0x43E0_0000_0000_0000L,
        0xC3E0_0000_0000_0000L,
        0x3FE0_0000_0000_0000L,
        0x4004_0000_0000_0000L,
        0x3810_0000_0000_0000L,
        0x47EF_FFFF_E000_0000L,
        0x47F0_0000_0000_0000L
    };
    private static final int[] SINGLES = {
        0,
        0x8000_0000,
        0x3F80_0000,
        0xBF80_0000,
        0x7F80_0000,
        0xFF80_0000,
        0x7FC0_0000,
        0xFFC0_0000,
        0x7F80_0001,
        1,
        0x007F_FFFF,
        0x0080_0000,
        0x7F7F_FFFF,
        0x4EFF_FFFF,
        0x4F00_0000,
        0xCF00_0000,
        0x5F00_0000,
        0x3F00_0000,
        0x4020_0000
    };

    /** Zeros, infinities, NaNs, and numbers so small that they count as zero. */
    private static final int[] SPECIAL_SINGLES = {
        0, 0x8000_0000, 0x7F80_0000, 0xFF80_0000, 0x7FC0_0000, 0xFFC0_1234, 0x7F80_0001, 0xFFA0_0000, 1, 0x8000_0001
    };

    private final SplittableRandom random;
    private final boolean lean;
    private boolean special;

    /**
     * Values from a generator.
     *
     * @param lean whether few of them are random, so that they can be written shortly
     */
    Values(SplittableRandom random, boolean lean) {
        this.lean = lean;
        this.random = random;
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    int below(int n) {
        return random.nextInt(n);
    }

    /** An integer: an edge, near one, or random bits of random length. */
    long integer() {
        return switch (random.nextInt(lean ? 12 : 4)) {
            case 0 -> EDGES[random.nextInt(EDGES.length)] + random.nextInt(7) - 3;
            case 1 -> random.nextLong();
            case 2 -> random.nextLong() >> random.nextInt(64);
            default -> EDGES[random.nextInt(EDGES.length)];
        };
    }

    /** The bits of a double, all classes of numbers among them. */
    long doubleBits() {
        return switch (lean ? random.nextInt(8) % 5 : random.nextInt(5)) {
            case 0, 1 -> DOUBLES[random.nextInt(DOUBLES.length)];
            case 2 -> random.nextLong() & 0x800F_FFFF_FFFF_FFFFL | (long) (0x3FF - 40 + random.nextInt(110)) << 52;
            case 3 -> Double.doubleToRawLongBits(random.nextInt(2000) - 1000 + random.nextInt(4) / 4.0);
            default -> random.nextLong();
        };
    }

    int singleBits() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> SINGLES[random.nextInt(SINGLES.length)];
            case 2 -> random.nextInt() & 0x807F_FFFF | 0x7F - 20 + random.nextInt(60) << 23;
            case 3 -> Float.floatToRawIntBits(random.nextInt(2000) - 1000 + random.nextInt(4) / 4.0f);
            default -> random.nextInt();
        };
    }

    /** Whether memory and XMM registers get only values that have no exact reciprocal to approximate. */
    void onlySpecial(boolean only) {
        special = only;
    }

    /** Eight bytes of what an instruction may read. */
    long anything() {
        if (special) {
            return specialBits() & 0xFFFF_FFFFL | (long) specialBits() << 32;
        }
        return switch (random.nextInt(6)) {
            case 0, 1 -> doubleBits();
            case 2, 3 -> singleBits() & 0xFFFF_FFFFL | (long) singleBits() << 32;
            default -> integer();
        };
    }

    private int specialBits() {
        return SPECIAL_SINGLES[random.nextInt(SPECIAL_SINGLES.length)];
    }

    byte[] bytes(int count) {
        byte[] all = new byte[count];
        for (int i = 0; i < count; i += 8) {
            long value = anything();
            for (int j = i; j < count && j < i + 8; j++) {
                all[j] = (byte) (value >>> 8 * (j - i));
            }
        }
        return all;
    }

    /** Ten bytes of an x87 register: of all classes, unsupported ones among them. */
    byte[] extended() {
        int exponent = switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> 0x7FFF;
            case 2 -> random.nextInt(0x8000);
            default -> 0x3FFF - 40 + random.nextInt(110);
        };
        long significand = switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> Long.MIN_VALUE;
            case 2 -> integer();
            case 3 -> 0xC000_0000_0000_0000L;
            default -> random.nextLong() | Long.MIN_VALUE;
        };
        byte[] all = new byte[10];
        for (int i = 0; i < 8; i++) {
            all[i] = (byte) (significand >>> 8 * i);
        }
        int signExponent = exponent | random.nextInt(2) << 15;
        all[8] = (byte) signExponent;
        all[9] = (byte) (signExponent >>> 8);
        return all;
    }

    /** An address for an operand of so many bits: mostly one that can be used, but also any other kind. */
    long address(boolean compat, int bits) {
        long aligned = oneIn(bits >= 128 ? 12 : 3) ? -1 : -16;
        int offset = random.nextInt(0x1F80);
        return switch (random.nextInt(32)) {
            case 0 -> Layout.DATA + Layout.PAGE - random.nextInt(16);
            case 1, 2 -> Layout.DATA + 2 * Layout.PAGE - random.nextInt(64);
            case 3, 4 -> Layout.READ_ONLY + (offset & 0xFFF & aligned);
            case 5 -> Layout.READ_ONLY + Layout.PAGE - random.nextInt(16);
            case 6 -> 0x5000_0000L + (offset & aligned);
            case 7 -> compat ? 0x5000_0000L - random.nextInt(16) : wide();
            case 8 -> Layout.CODE + (offset & aligned);
            default -> Layout.DATA + (offset & aligned);
        };
    }

    private long wide() {
        return switch (random.nextInt(8)) {
            case 0 -> 0x8000_0000_0000L + random.nextInt(64);
            case 1 -> -0x8000_0000_1001L - random.nextInt(64);
            case 2 -> random.nextLong() | 1L << 60;
            case 3 -> Layout.LAST_USER + Layout.PAGE - random.nextInt(64);
            case 4 -> Layout.LAST_USER + random.nextInt(4000);
            case 5 -> Layout.LAST_32 + Layout.PAGE - random.nextInt(16);
            default -> Layout.LAST_32 + random.nextInt(8000);
        };
    }
}
