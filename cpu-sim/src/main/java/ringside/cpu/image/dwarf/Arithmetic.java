package ringside.cpu.image.dwarf;

import ringside.cpu.image.Cursor;
import ringside.cpu.image.UnreadableException;

/** The operations of expressions with two operands.   @dwarf 5, 2.5.1.4 and 2.5.1.5 */
final class Arithmetic {
    private static final int AND = 0x1A;
    private static final int DIV = 0x1B;
    private static final int MINUS = 0x1C;
    private static final int MOD = 0x1D;
    private static final int MUL = 0x1E;
    private static final int OR = 0x21;
    private static final int PLUS = 0x22;
    private static final int SHL = 0x24;
    private static final int SHR = 0x25;
    private static final int SHRA = 0x26;
    private static final int XOR = 0x27;
    private static final int EQ = 0x29;
    private static final int GE = 0x2A;
    private static final int GT = 0x2B;
    private static final int LE = 0x2C;
    private static final int LT = 0x2D;
    private static final int NE = 0x2E;

    private Arithmetic() {}

    static long binary(int operation, long left, long right, int size, Cursor at) {
        long signedLeft = signed(left, size);
        long signedRight = signed(right, size);
        return switch (operation) {
            case AND -> left & right;
            case DIV -> signedLeft / nonZero(signedRight);
            case MINUS -> left - right;
            case MOD -> Long.remainderUnsigned(left, nonZero(right));
            case MUL -> left * right;
            case OR -> left | right;
            case PLUS -> left + right;
            case SHL -> isShift(right) ? left << right : 0;
            case SHR -> isShift(right) ? left >>> right : 0;
            case SHRA -> signedLeft >> (isShift(right) ? right : 63);
            case XOR -> left ^ right;
            case EQ -> signedLeft == signedRight ? 1 : 0;
            case GE -> signedLeft >= signedRight ? 1 : 0;
            case GT -> signedLeft > signedRight ? 1 : 0;
            case LE -> signedLeft <= signedRight ? 1 : 0;
            case LT -> signedLeft < signedRight ? 1 : 0;
            case NE -> signedLeft != signedRight ? 1 : 0;
            default ->
                throw at.bad("a location expression has the unknown operation 0x" + Integer.toHexString(operation));
        };
    }

    /** A number as the signed one of the size of an address. */
    static long signed(long value, int size) {
        return size == 4 ? (int) value : value;
    }

    private static boolean isShift(long count) {
        return count >= 0 && count < 64;
    }

    private static long nonZero(long divisor) {
        if (divisor == 0) {
            throw new UnreadableException("its location expression divides by zero");
        }
        return divisor;
    }
}
