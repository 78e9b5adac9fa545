package ringside.cpu.x86.decode;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.OperandForm;
import ringside.cpu.x86.form.Repeat;
import ringside.cpu.x86.operand.Immediate;

/**
 * Mnemonics with the prefixes that mean something to the instruction, as {@code objdump -M intel} writes them: where no
 * operand tells an operand size that is not the default, a suffix does.
 */
final class MnemonicText {
    private static final List<String> CONDITIONS =
            List.of("o", "no", "b", "ae", "e", "ne", "be", "a", "s", "ns", "p", "np", "l", "ge", "le", "g");
    /** The predicates of CMPPS and the like. @sdm Vol.2A Table 3-1 */
    private static final List<String> PREDICATES = List.of("eq", "lt", "le", "unord", "neq", "nlt", "nle", "ord");
    /** Those whose size shows in a suffix. */
    private static final Set<String> SUFFIXED =
            Set.of("pushf", "popf", "pusha", "popa", "enter", "leave", "iret", "retf", "ret");

    private MnemonicText() {}

    /** The whole of it. */
    static String of(Fields f) {
        return (f.prefixes().lock() ? "lock " : "") + repeat(f) + mnemonic(f);
    }

    private static String repeat(Fields f) {
        if (!f.form().is("REP") || f.repeat() == Repeat.NONE) {
            return "";
        }
        boolean compares =
                f.form().mnemonic().equals("CMPS") || f.form().mnemonic().equals("SCAS");
        return f.repeat() == Repeat.REPNE ? "repnz " : compares ? "repz " : "rep ";
    }

    private static String mnemonic(Fields f) {
        String name = f.form().mnemonic(f.operandSize()).toLowerCase(Locale.ROOT);
        if (f.form().parsed().hasCondition()) {
            return name.replace("cc", CONDITIONS.get(f.condition()));
        }
        if (isComparison(f)) {
            return "cmp" + PREDICATES.get((int) f.immediate(2)) + name.substring(3);
        }
        return switch (name) {
            case "mov" -> isAbsolute(f) ? "movabs" : name;
            case "push", "pop", "call", "jmp" ->
                hidesItsSize(f) && isUnusual(f) ? name + suffix(f.operandSize()) : name;
            case "lgdt", "lidt", "sgdt", "sidt" -> f.is64() ? name : name + suffix(f.operandSize());
            case "sysret", "sysexit" -> f.is64() && f.operandSize() != OperandSize.QUADWORD ? name + "d" : name;
            case "fldenv", "fnstenv", "frstor", "fnsave" ->
                f.prefixes().operandSize() ? name + (f.codeBits() == 16 ? "d" : "w") : name;
            case "jcxz" -> "j" + (f.addressSize() == OperandSize.WORD ? "" : letter(f.addressSize())) + "cxz";
            default -> SUFFIXED.contains(name) && isUnusual(f) ? name + suffix(f.operandSize()) : name;
        };
    }

    /** Whether it compares floating-point numbers by one of the eight predicates, which then stands in the mnemonic. */
    static boolean isComparison(Fields f) {
        List<OperandForm> operands = f.form().operands();
        return operands.size() == 3
                && f.form().mnemonic().matches("CMP[PS][SD]")
                && Long.compareUnsigned(f.immediate(2), PREDICATES.size()) < 0;
    }

    /** Whether MOV has a number or an address of 64 bits. */
    private static boolean isAbsolute(Fields f) {
        boolean address = f.form().operands().stream().anyMatch(o -> o.place() == OperandForm.Place.MEMORY_OFFSET);
        boolean number =
                f.operand(1) instanceof Immediate && f.form().encoding().contains("io");
        return address && f.addressSize() == OperandSize.QUADWORD || number && f.operandSize() == OperandSize.QUADWORD;
    }

    /** Whether the operand is a segment register or a number (but not of a byte if it is a branch). */
    private static boolean hidesItsSize(Fields f) {
        OperandForm form = f.form().operands().get(0);
        return form.kind() == OperandForm.Kind.SEGMENT
                || f.operand(0) instanceof Immediate && !form.text().equals("rel8");
    }

    /** Whether the operand size is not what it is without prefixes. */
    private static boolean isUnusual(Fields f) {
        int usual = f.form().is("D64") || f.form().is("F64") || f.codeBits() != 64 ? f.codeBits() : 32;
        return f.operandSize().bits() != usual;
    }

    private static String suffix(OperandSize size) {
        return switch (size) {
            case BYTE -> "b";
            case WORD -> "w";
            case DOUBLEWORD -> "d";
            case QUADWORD -> "q";
        };
    }

    private static String letter(OperandSize size) {
        return size == OperandSize.QUADWORD ? "r" : "e";
    }
}
