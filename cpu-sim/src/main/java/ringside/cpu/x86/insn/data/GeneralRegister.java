package ringside.cpu.x86.insn.data;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.operand.ByteRegister;
import ringside.cpu.x86.operand.DoublewordRegister;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.operand.QuadwordRegister;
import ringside.cpu.x86.operand.WordRegister;

/** A general register as an operand, by number and size. @sdm Vol.1 3.4.1 */
final class GeneralRegister {
    private GeneralRegister() {}

    /** The low part of a register; for eight bits the lowest. */
    static Operand of(int n, OperandSize size) {
        return switch (size) {
            case BYTE -> new ByteRegister(n);
            case WORD -> new WordRegister(n);
            case DOUBLEWORD -> new DoublewordRegister(n);
            case QUADWORD -> new QuadwordRegister(n);
        };
    }
}
