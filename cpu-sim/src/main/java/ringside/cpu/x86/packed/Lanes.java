package ringside.cpu.x86.packed;

/** Operations on packed integers whose lanes may have any size: 8, 16 or 32 bits. @sdm Vol.1 9.4.1 */
final class Lanes {
    /** An operation on one lane of each operand, sign-extended. */
    @FunctionalInterface
    interface Operation {
        long apply(long a, long b);
    }

    private Lanes() {}

    /** The lowest bit of each lane. */
    static long ones(int bits) {
        return switch (bits) {
            case 8 -> 0x0101_0101_0101_0101L;
            case 16 -> 0x0001_0001_0001_0001L;
            default -> 0x0000_0001_0000_0001L;
        };
    }

    /** Adds without carries between lanes: the highest bits of the lanes apart. */
    static long add(int bits, long a, long b) {
        long high = ones(bits) << (bits - 1);
        return (a & ~high) + (b & ~high) ^ (a ^ b) & high;
    }

    /** Subtracts without borrows between lanes. */
    static long subtract(int bits, long a, long b) {
        long high = ones(bits) << (bits - 1);
        return (a | high) - (b & ~high) ^ (a ^ ~b) & high;
    }

    /** Ones in the lanes that are equal, zero in the others. */
    static long equal(int bits, long a, long b) {
        long high = ones(bits) << (bits - 1);
        long different = a ^ b;
        long zero = ~((different & ~high) + ~high | different) & high;
        return spread(bits, zero >>> (bits - 1));
    }

    /** Fills each lane with its lowest bit. */
    static long spread(int bits, long lowest) {
        return (lowest << bits) - lowest;
    }

    /** Lane by lane, sign-extended. */
    static long signed(int bits, long a, long b, Operation operation) {
        long result = 0;
        long mask = -1L >>> (64 - bits);
        for (int at = 0; at < 64; at += bits) {
            result |= (operation.apply(lane(bits, a, at), lane(bits, b, at)) & mask) << at;
        }
        return result;
    }

    /** Lane by lane, zero-extended. */
    static long unsigned(int bits, long a, long b, Operation operation) {
        long result = 0;
        long mask = -1L >>> (64 - bits);
        for (int at = 0; at < 64; at += bits) {
            result |= (operation.apply(a >>> at & mask, b >>> at & mask) & mask) << at;
        }
        return result;
    }

    private static long lane(int bits, long value, int at) {
        return value << (64 - bits - at) >> (64 - bits);
    }

    /** The nearest number of so many bits, signed. */
    static long saturateSigned(int bits, long value) {
        long most = -1L >>> (65 - bits);
        return Math.max(~most, Math.min(most, value));
    }

    /** The nearest number of so many bits, unsigned. */
    static long saturateUnsigned(int bits, long value) {
        return Math.max(0, Math.min(-1L >>> (64 - bits), value));
    }

    static long addSigned(int bits, long a, long b) {
        return signed(bits, a, b, (x, y) -> saturateSigned(bits, x + y));
    }

    static long subtractSigned(int bits, long a, long b) {
        return signed(bits, a, b, (x, y) -> saturateSigned(bits, x - y));
    }

    static long addUnsigned(int bits, long a, long b) {
        return unsigned(bits, a, b, (x, y) -> saturateUnsigned(bits, x + y));
    }

    static long subtractUnsigned(int bits, long a, long b) {
        return unsigned(bits, a, b, (x, y) -> saturateUnsigned(bits, x - y));
    }

    static long greater(int bits, long a, long b) {
        return signed(bits, a, b, (x, y) -> x > y ? -1 : 0);
    }

    static long average(int bits, long a, long b) {
        return unsigned(bits, a, b, (x, y) -> x + y + 1 >>> 1);
    }
}
