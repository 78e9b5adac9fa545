package ringside.cpu.armv7m.insn;

import static ringside.cpu.armv7m.insn.Syntax.imm;
import static ringside.cpu.armv7m.insn.Syntax.r;

import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;

/** An address that is a register plus another one, shifted left by 0 to 3. @arm A4.6.4 */
public record RegisterOffset(int n, int m, int shiftLeft) {

    /** The address. */
    public int address(CortexM cpu) {
        return cpu.r(n) + (cpu.r(m) << shiftLeft);
    }

    /** What using it reads. */
    public Effects effects() {
        return Effects.NONE.reading(n, m);
    }

    /** The operand, such as {@code [r1, r2, lsl #2]}. */
    public String text() {
        return "[" + r(n) + ", " + r(m) + (shiftLeft == 0 ? "]" : ", lsl " + imm(shiftLeft) + "]");
    }
}
