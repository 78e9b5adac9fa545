package ringside.cpu.armv7m.insn;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import ringside.cpu.armv7m.AssemblyText;

/** Writes operands as the manual's assembler syntax does. @arm A7.2 */
public final class Syntax {
    private static final String[] REGISTERS = {
        "r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11", "r12", "sp", "lr", "pc"
    };

    private Syntax() {}

    /** An instruction with these operands; empty ones are left out. */
    public static AssemblyText text(String mnemonic, String... operands) {
        return AssemblyText.of(mnemonic, joined(operands));
    }

    /** An instruction with these operands that refers to an address. */
    public static AssemblyText textWithTarget(String mnemonic, int target, String... operands) {
        return new AssemblyText(mnemonic, joined(operands), Integer.toUnsignedLong(target));
    }

    private static String joined(String... operands) {
        return Stream.of(operands).filter(operand -> !operand.isEmpty()).collect(Collectors.joining(", "));
    }

    /** A register. */
    public static String r(int n) {
        return REGISTERS[n];
    }

    /** An immediate, in decimal and unsigned. */
    public static String imm(int value) {
        return "#" + Integer.toUnsignedString(value);
    }

    /** A number in hex, as in the text of a branch. */
    public static String hex(int value) {
        return "0x" + Integer.toHexString(value);
    }
}
