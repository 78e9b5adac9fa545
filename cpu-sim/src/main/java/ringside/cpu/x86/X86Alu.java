package ringside.cpu.x86;

/**
 * Addition, subtraction and the bitwise operations with their status flags.
 *
 * <p>How it works: in {@code carries}, bit i is the carry out of bit i of an addition (for a subtraction the borrow), so
 * that CF, AF and OF of all sizes are bits of it. Operands come zero-extended.
 *
 * <p>@sdm Vol.1 3.4.3.1, Appendix A
 */
public final class X86Alu {
    private X86Alu() {}

    /** {@code a + b + carry}. */
    public static AluResult add(OperandSize size, long a, long b, boolean carry) {
        long sum = a + b + (carry ? 1 : 0);
        long carries = a & b | (a | b) & ~sum;
        return new AluResult(sum & size.mask(), flags(size, sum, carries));
    }

    /** {@code a - b - borrow}. */
    public static AluResult subtract(OperandSize size, long a, long b, boolean borrow) {
        long difference = a - b - (borrow ? 1 : 0);
        long borrows = ~a & b | (~a | b) & difference;
        return new AluResult(difference & size.mask(), flags(size, difference, borrows));
    }

    /** The result of AND, OR, XOR or TEST: CF and OF are 0; AF, which the manual leaves undefined, is 0. */
    public static AluResult logic(OperandSize size, long result) {
        long value = result & size.mask();
        return new AluResult(value, Rflags.signZeroParity(size, value));
    }

    /** The upper 64 bits of an unsigned product. */
    public static long multiplyHighUnsigned(long a, long b) {
        // As signed numbers, a and b are 2^64 less if their highest bit is set.
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }

    private static int flags(OperandSize size, long result, long carries) {
        int top = size.bits() - 1;
        int carry = (int) (carries >>> top) & 1;
        int overflow = carry ^ (int) (carries >>> (top - 1)) & 1;
        int adjust = (int) (carries >>> 3) & 1;
        return Rflags.signZeroParity(size, result) | carry | overflow << 11 | adjust << 4;
    }
}
