package ringside.cpu.x86.insn.shift;

import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.operand.Immediate;
import ringside.cpu.x86.operand.Operand;

/**
 * The count of a shift or rotation, and what it makes of the flags: a count of 0 changes none, a count of 1 defines OF,
 * and a count in CL can be anything. @sdm Vol.2B "SAL/SAR/SHL/SHR", "RCL/RCR/ROL/ROR"
 */
final class ShiftCount {
    private ShiftCount() {}

    /** The count that is used: the low five bits, or six if the operand has 64 bits. */
    static int masked(OperandSize size, long count) {
        return (int) count & (size == OperandSize.QUADWORD ? 63 : 31);
    }

    /** The effects of SHL and SHR, which leave CF undefined where the count reaches the size. */
    static Effects ofLogicalShift(Operand count, OperandSize size) {
        Effects effects = ofShift(count, size);
        boolean inRange = count instanceof Immediate number && masked(size, number.value()) < size.bits();
        return inRange || size.bits() >= 32 ? effects : effects.undefined("CF");
    }

    /** The effects of SAR. */
    static Effects ofShift(Operand count, OperandSize size) {
        return of(count, size, Effects.sets("CF SF ZF PF").undefined("AF"));
    }

    /** The effects of rotations. */
    static Effects ofRotation(Operand count, OperandSize size, Effects others) {
        return of(count, size, others.writes("CF"));
    }

    /** The effects of SHLD and SHRD, which leave everything undefined where the count exceeds the size. */
    static Effects ofDoubleShift(Operand count, OperandSize size) {
        Effects effects = ofShift(count, size);
        boolean inRange = count instanceof Immediate number && masked(size, number.value()) <= size.bits();
        return inRange || size.bits() >= 32 ? effects : effects.undefined("CF OF SF ZF AF PF");
    }

    private static Effects of(Operand count, OperandSize size, Effects others) {
        if (!(count instanceof Immediate number)) {
            return others.writes("OF").undefined("OF");
        }
        return switch (masked(size, number.value())) {
            case 0 -> Effects.NONE;
            case 1 -> others.writes("OF");
            default -> others.undefined("OF");
        };
    }

    /** OF of a shift or rotation to the left: the highest bit differs from CF. */
    static int overflowOfLeft(OperandSize size, long result, long carry) {
        return (int) (result >>> (size.bits() - 1) & 1 ^ carry) << 11;
    }

    /** OF of a shift or rotation to the right: the two highest bits differ. */
    static int overflowOfRight(OperandSize size, long result) {
        return (int) ((result ^ result << 1) >>> (size.bits() - 1) & 1) << 11;
    }
}
