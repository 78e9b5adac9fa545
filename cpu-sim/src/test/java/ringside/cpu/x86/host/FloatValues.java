package ringside.cpu.x86.host;

import java.util.Random;
import ringside.cpu.x86.floating.FloatingFormat;

/** Encoded numbers of all sorts, those at the edges more often than chance would give. */
final class FloatValues {
    private final Random random;

    FloatValues(Random random) {
        this.random = random;
    }

    int single() {
        return (int) encoded(FloatingFormat.SINGLE, 8);
    }

    long encodedDouble() {
        return encoded(FloatingFormat.DOUBLE, 11);
    }

    private long encoded(FloatingFormat format, int exponentBits) {
        int fractionBits = format.precision() - 1;
        long sign = (random.nextBoolean() ? 1L : 0) << (format.bits() - 1);
        return sign | (long) exponent(exponentBits) << fractionBits | fraction(fractionBits);
    }

    private int exponent(int bits) {
        int ones = (1 << bits) - 1;
        int bias = ones >>> 1;
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(3);
            case 1 -> ones - random.nextInt(3);
            case 2 -> bias + random.nextInt(5) - 2;
            case 3 -> bias + random.nextInt(70);
            case 4 -> bias + 10 - random.nextInt(20);
            case 5 -> Math.floorMod(bias + (random.nextBoolean() ? bias : -bias) / 2 + random.nextInt(7) - 3, ones + 1);
            case 6 -> Math.min(ones, random.nextInt(2 * 64));
            default -> random.nextInt(ones + 1);
        };
    }

    long fraction(int bits) {
        long mask = (1L << bits) - 1;
        return mask
                & switch (random.nextInt(8)) {
                    case 0 -> 0;
                    case 1 -> -1L;
                    case 2 -> 1L << random.nextInt(bits);
                    case 3 -> -1L << random.nextInt(bits);
                    case 4 -> random.nextInt(4);
                    case 5 -> random.nextLong() << random.nextInt(bits);
                    default -> random.nextLong();
                };
    }

    /** A number in double extended precision: the significand; {@link #signExponent} goes with it. */
    long significand(int signExponent) {
        boolean normal = (signExponent & 0x7FFF) != 0;
        boolean integerBit = random.nextInt(20) == 0 ? !normal : normal;
        return fraction(63) | (integerBit ? 1L << 63 : 0);
    }

    int signExponent() {
        int bias = 0x3FFF;
        int biased = switch (random.nextInt(10)) {
            case 0 -> random.nextInt(3);
            case 1 -> 0x7FFF - random.nextInt(3);
            case 2 -> bias + random.nextInt(5) - 2;
            case 3, 4 -> bias + random.nextInt(70);
            case 5 -> bias + 130 - random.nextInt(300);
            case 6 ->
                bias + (random.nextBoolean() ? 1 : -1) * (random.nextBoolean() ? 1023 : 127) + random.nextInt(9) - 4;
            case 7 -> bias / 2 + random.nextInt(2) * bias + random.nextInt(100) - 50;
            default -> random.nextInt(0x8000);
        };
        return (random.nextBoolean() ? 0x8000 : 0) | biased & 0x7FFF;
    }
}
