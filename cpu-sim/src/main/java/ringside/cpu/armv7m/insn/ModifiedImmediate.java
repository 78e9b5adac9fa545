package ringside.cpu.armv7m.insn;

import static ringside.cpu.armv7m.insn.Syntax.imm;

import ringside.cpu.armv7m.Arithmetic;
import ringside.cpu.armv7m.CortexM;

/**
 * A constant made out of 12 bits, with the carry that making it gives.
 *
 * @param value {@code imm32}
 * @param rotated whether a byte was rotated: then the carry is the constant's highest bit, else it stays as it was
 */
public record ModifiedImmediate(int value, boolean rotated) {

    /** {@code ThumbExpandImm_C(i:imm3:imm8)}, of the field {@code i}. @arm A5.3.2 */
    public static ModifiedImmediate of(Fields f) {
        int imm12 = f.get('i');
        if (imm12 >>> 10 == 0 && imm12 >>> 8 != 0 && (imm12 & 0xFF) == 0) {
            f.unpredictableButExecuted("a replicated byte of 0");
        }
        return new ModifiedImmediate(Arithmetic.thumbExpandImm(imm12), imm12 >>> 10 != 0);
    }

    /** A constant that leaves the carry alone. */
    public static ModifiedImmediate plain(int value) {
        return new ModifiedImmediate(value, false);
    }

    /** The carry out. */
    public boolean carry(CortexM cpu) {
        return rotated ? value < 0 : cpu.carry();
    }

    /** The constant as an operand. */
    public String text() {
        return imm(value);
    }
}
