package ringside.cpu.armv7m.insn;

import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;

/** An address that is the aligned PC plus a constant, positive or negative. @arm A4.6.4 */
public record Literal(int offset, boolean add) {

    /** The wide forms: fields {@code U i}. */
    public static Literal of(Fields f, int scale) {
        return new Literal(f.get('i') * scale, f.flag('U'));
    }

    /** {@code base = Align(PC, 4); address = if add then (base + imm32) else (base - imm32)}. */
    public int address(CortexM cpu) {
        return address(cpu.r(CortexM.PC));
    }

    private int address(int pc) {
        int base = pc & ~3;
        return add ? base + offset : base - offset;
    }

    /** What using it reads. */
    public Effects effects() {
        return Effects.NONE.reading(CortexM.PC);
    }

    /** An instruction at an address with these operands before the literal. */
    public AssemblyText text(String mnemonic, int instructionAddress, String operands) {
        String literal = "[pc, #" + (add ? "" : "-") + offset + "]";
        return Syntax.textWithTarget(mnemonic, address(instructionAddress + 4), operands, literal);
    }
}
