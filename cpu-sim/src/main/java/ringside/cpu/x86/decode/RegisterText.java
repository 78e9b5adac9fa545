package ringside.cpu.x86.decode;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.operand.ByteRegister;
import ringside.cpu.x86.operand.DoublewordRegister;
import ringside.cpu.x86.operand.HighByteRegister;
import ringside.cpu.x86.operand.NumberedRegister;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.operand.QuadwordRegister;
import ringside.cpu.x86.operand.WordRegister;

/** The names of registers. @sdm Vol.1 3.4.1, Vol.2A Table 3-1 */
final class RegisterText {
    private static final List<String> LOW_BYTES = List.of("al", "cl", "dl", "bl", "spl", "bpl", "sil", "dil");
    private static final List<String> HIGH_BYTES = List.of("ah", "ch", "dh", "bh");
    private static final List<String> WORDS = List.of("ax", "cx", "dx", "bx", "sp", "bp", "si", "di");
    private static final List<String> SEGMENTS = List.of("es", "cs", "ss", "ds", "fs", "gs");

    private RegisterText() {}

    /** The name of an operand that is a register, or null. */
    static String of(Operand operand) {
        if (operand instanceof ByteRegister r) {
            return general(r.n(), OperandSize.BYTE);
        }
        if (operand instanceof HighByteRegister r) {
            return HIGH_BYTES.get(r.n());
        }
        if (operand instanceof WordRegister r) {
            return general(r.n(), OperandSize.WORD);
        }
        if (operand instanceof DoublewordRegister r) {
            return general(r.n(), OperandSize.DOUBLEWORD);
        }
        if (operand instanceof QuadwordRegister r) {
            return general(r.n(), OperandSize.QUADWORD);
        }
        return operand instanceof NumberedRegister r ? numbered(r) : null;
    }

    private static String numbered(NumberedRegister register) {
        int n = register.n();
        return switch (register.kind()) {
            case SEGMENT -> segment(n);
            case CONTROL -> "cr" + n;
            case DEBUG -> "dr" + n;
            case MMX -> "mm" + n;
            case XMM -> "xmm" + n;
            case X87 -> "st(" + n + ")";
        };
    }

    /** The name of a segment register. */
    static String segment(int n) {
        return SEGMENTS.get(n);
    }

    /** The name of a general register, of its low part of that size. */
    static String general(int n, OperandSize size) {
        if (n >= 8) {
            return "r" + n
                    + switch (size) {
                        case BYTE -> "b";
                        case WORD -> "w";
                        case DOUBLEWORD -> "d";
                        case QUADWORD -> "";
                    };
        }
        return switch (size) {
            case BYTE -> LOW_BYTES.get(n);
            case WORD -> WORDS.get(n);
            case DOUBLEWORD -> "e" + WORDS.get(n);
            case QUADWORD -> "r" + WORDS.get(n);
        };
    }
}
