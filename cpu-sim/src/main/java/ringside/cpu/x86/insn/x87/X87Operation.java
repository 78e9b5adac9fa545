package ringside.cpu.x86.insn.x87;

import ringside.cpu.x86.floating.Arithmetic;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.floating.FloatingFormat;
import ringside.cpu.x86.floating.Unpacked;

/** The basic arithmetic operations. @sdm Vol.1 8.3.5 */
enum X87Operation {
    ADD,
    MULTIPLY,
    SUBTRACT,
    /** With the operands exchanged. */
    SUBTRACT_REVERSED,
    DIVIDE,
    /** With the operands exchanged. */
    DIVIDE_REVERSED;

    /** The operation of a mnemonic such as FISUBR. */
    static X87Operation of(String mnemonic) {
        String name = mnemonic.replaceFirst("^FI?", "").replaceFirst("P$", "");
        return switch (name) {
            case "ADD" -> ADD;
            case "MUL" -> MULTIPLY;
            case "SUB" -> SUBTRACT;
            case "SUBR" -> SUBTRACT_REVERSED;
            case "DIV" -> DIVIDE;
            case "DIVR" -> DIVIDE_REVERSED;
            default -> throw new IllegalArgumentException(mnemonic);
        };
    }

    /** The result, in the precision that the control word says. */
    Unpacked apply(FloatingContext c, Unpacked a, Unpacked b) {
        FloatingFormat format = FloatingFormat.EXTENDED;
        return switch (this) {
            case ADD -> Arithmetic.add(c, format, a, b);
            case MULTIPLY -> Arithmetic.multiply(c, format, a, b);
            case SUBTRACT -> Arithmetic.subtract(c, format, a, b);
            case SUBTRACT_REVERSED -> Arithmetic.subtract(c, format, b, a);
            case DIVIDE -> Arithmetic.divide(c, format, a, b);
            case DIVIDE_REVERSED -> Arithmetic.divide(c, format, b, a);
        };
    }
}
