package ringside.cpu.armv7m.insn;

import static ringside.cpu.armv7m.insn.Syntax.imm;

import java.util.Locale;
import ringside.cpu.armv7m.Arithmetic;
import ringside.cpu.armv7m.Arithmetic.Shifted;

/**
 * A shift by a constant, as it stands in the operand of an instruction.
 *
 * @param amount 0 to 32; 1 for RRX
 */
public record Shift(Type type, int amount) {
    /** No shift at all. */
    public static final Shift NONE = new Shift(Type.LSL, 0);

    /** {@code SRType}. @arm A7.4.2 */
    public enum Type {
        /** Logical left. */
        LSL,
        /** Logical right. */
        LSR,
        /** Arithmetic right. */
        ASR,
        /** Rotation to the right. */
        ROR,
        /** Rotation by one through the carry. */
        RRX;

        /** {@code Shift_C()}. @arm A7.4.2 */
        public Shifted shiftC(int value, int amount, boolean carryIn) {
            return switch (this) {
                case LSL -> Arithmetic.lslC(value, amount, carryIn);
                case LSR -> Arithmetic.lsrC(value, amount, carryIn);
                case ASR -> Arithmetic.asrC(value, amount, carryIn);
                case ROR -> Arithmetic.rorC(value, amount, carryIn);
                case RRX -> Arithmetic.rrxC(value, carryIn);
            };
        }
    }

    /** {@code DecodeImmShift()}. @arm A7.4.2 */
    public static Shift decode(int type, int imm5) {
        return switch (type) {
            case 0 -> new Shift(Type.LSL, imm5);
            case 1 -> new Shift(Type.LSR, imm5 == 0 ? 32 : imm5);
            case 2 -> new Shift(Type.ASR, imm5 == 0 ? 32 : imm5);
            default -> imm5 == 0 ? new Shift(Type.RRX, 1) : new Shift(Type.ROR, imm5);
        };
    }

    /** {@code Shift()}: the value only. */
    public int apply(int value, boolean carryIn) {
        return applyC(value, carryIn).result();
    }

    /** {@code Shift_C()}. */
    public Shifted applyC(int value, boolean carryIn) {
        return type.shiftC(value, amount, carryIn);
    }

    /** The flags that the shifted value depends on. */
    public String flagsRead() {
        return type == Type.RRX ? "C" : "";
    }

    /** The shift as an operand, such as {@code lsl #2}; empty if there is none. */
    public String text() {
        if (amount == 0) {
            return "";
        }
        return type == Type.RRX ? "rrx" : type.name().toLowerCase(Locale.ROOT) + " " + imm(amount);
    }
}
