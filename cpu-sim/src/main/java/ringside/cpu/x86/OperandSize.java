package ringside.cpu.x86;

/** The size of an integer operand. @sdm Vol.1 4.1 */
public enum OperandSize {
    BYTE(1),
    WORD(2),
    DOUBLEWORD(4),
    QUADWORD(8);

    private final int bytes;
    private final int bits;
    private final long mask;
    private final long signBit;

    OperandSize(int bytes) {
        this.bytes = bytes;
        bits = 8 * bytes;
        mask = -1L >>> (64 - bits);
        signBit = 1L << (bits - 1);
    }

    /** The size in bytes: 1, 2, 4 or 8. */
    public int bytes() {
        return bytes;
    }

    /** The size in bits: 8, 16, 32 or 64. */
    public int bits() {
        return bits;
    }

    /** All bits of an operand of this size. */
    public long mask() {
        return mask;
    }

    /** The highest bit of an operand of this size. */
    public long signBit() {
        return signBit;
    }

    /** The low bits of a value, zero-extended. */
    public long zeroExtend(long value) {
        return value & mask;
    }

    /** The low bits of a value, sign-extended to 64 bits. */
    public long signExtend(long value) {
        return value << (64 - bits) >> (64 - bits);
    }

    /** Whether the highest bit of an operand of this size is set. */
    public boolean isNegative(long value) {
        return (value & signBit) != 0;
    }
}
