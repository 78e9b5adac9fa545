package ringside.cpu.armv7m;

/**
 * The arithmetic functions of the manual's pseudocode.
 *
 * <p>Functions ending in {@code C} also give the carry out, as in the manual; for the others the carry is not wanted.
 */
public final class Arithmetic {
    private Arithmetic() {}

    /** What {@link #addWithCarry} returns. */
    public record Sum(int result, boolean carry, boolean overflow) {}

    /** What the shift functions return: the shifted value, and the last bit that was shifted out. */
    public record Shifted(int result, boolean carry) {}

    /** {@code AddWithCarry()}: the sum, its unsigned carry and its signed overflow. @arm A2.2.1 */
    public static Sum addWithCarry(int x, int y, boolean carryIn) {
        int result = x + y + (carryIn ? 1 : 0);
        boolean carry = carryIn ? Integer.compareUnsigned(result, x) <= 0 : Integer.compareUnsigned(result, x) < 0;
        boolean overflow = ((x ^ result) & (y ^ result)) < 0;
        return new Sum(result, carry, overflow);
    }

    /** {@code LSL_C()} for an amount of 0 to 255; by 0 the carry stays as it came in. @arm A2.2.1 and A7.4.2 */
    public static Shifted lslC(int x, int amount, boolean carryIn) {
        if (amount == 0) {
            return new Shifted(x, carryIn);
        }
        if (amount < 32) {
            return new Shifted(x << amount, bit(x, 32 - amount));
        }
        return new Shifted(0, amount == 32 && bit(x, 0));
    }

    /** {@code LSR_C()} for an amount of 0 to 255; by 0 the carry stays as it came in. @arm A2.2.1 and A7.4.2 */
    public static Shifted lsrC(int x, int amount, boolean carryIn) {
        if (amount == 0) {
            return new Shifted(x, carryIn);
        }
        if (amount < 32) {
            return new Shifted(x >>> amount, bit(x, amount - 1));
        }
        return new Shifted(0, amount == 32 && bit(x, 31));
    }

    /** {@code ASR_C()} for an amount of 0 to 255; by 0 the carry stays as it came in. @arm A2.2.1 and A7.4.2 */
    public static Shifted asrC(int x, int amount, boolean carryIn) {
        if (amount == 0) {
            return new Shifted(x, carryIn);
        }
        if (amount < 32) {
            return new Shifted(x >> amount, bit(x, amount - 1));
        }
        return new Shifted(x >> 31, bit(x, 31));
    }

    /** {@code ROR_C()} for an amount of 0 to 255; by 0 the carry stays as it came in. @arm A2.2.1 and A7.4.2 */
    public static Shifted rorC(int x, int amount, boolean carryIn) {
        if (amount == 0) {
            return new Shifted(x, carryIn);
        }
        int result = Integer.rotateRight(x, amount);
        return new Shifted(result, result < 0);
    }

    /** {@code RRX_C()}: rotates by one place through the carry. @arm A2.2.1 */
    public static Shifted rrxC(int x, boolean carryIn) {
        return new Shifted(x >>> 1 | (carryIn ? 1 << 31 : 0), bit(x, 0));
    }

    /**
     * {@code ThumbExpandImm()}: the constant of a 12-bit modified immediate. For a replicated byte of 0, which is
     * UNPREDICTABLE, it is 0. @arm A5.3.2
     */
    public static int thumbExpandImm(int imm12) {
        int imm8 = imm12 & 0xFF;
        if (imm12 >>> 10 == 0) {
            return switch (imm12 >>> 8 & 3) {
                case 0 -> imm8;
                case 1 -> imm8 * 0x0001_0001;
                case 2 -> imm8 * 0x0100_0100;
                default -> imm8 * 0x0101_0101;
            };
        }
        return Integer.rotateRight(0x80 | imm12 & 0x7F, imm12 >>> 7);
    }

    /** {@code SignExtend(x<bits-1:0>, 32)}. */
    public static int signExtend(int x, int bits) {
        return x << 32 - bits >> 32 - bits;
    }

    /** {@code SignedSat()}: the nearest value that a signed number of 1 to 32 bits can hold. @arm A2.2.1 */
    public static int signedSat(int x, int bits) {
        int highest = (int) ((1L << bits - 1) - 1);
        return Math.max(~highest, Math.min(highest, x));
    }

    /** {@code UnsignedSat()}: the nearest value that an unsigned number of 0 to 31 bits can hold. @arm A2.2.1 */
    public static int unsignedSat(int x, int bits) {
        return Math.max(0, Math.min((1 << bits) - 1, x));
    }

    private static boolean bit(int x, int position) {
        return (x >>> position & 1) != 0;
    }
}
