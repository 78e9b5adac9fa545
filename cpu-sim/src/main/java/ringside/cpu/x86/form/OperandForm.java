package ringside.cpu.x86.form;

import java.util.List;

/**
 * One operand of a form, such as {@code r/m16|32|64}.
 *
 * @param text as written
 * @param place where it is encoded
 * @param kind what it is when it is a register
 * @param sizes the sizes in bits it can have, the operand size chooses among them; empty if it has none
 * @param memorySizes the same when it lies in memory
 * @param number for {@link Place#FIXED} the register's number, or the number itself; for {@link Place#IMPLICIT} the
 *     base register
 */
public record OperandForm(
        String text, Place place, Kind kind, List<Integer> sizes, List<Integer> memorySizes, int number) {

    /** Where an operand is encoded. */
    public enum Place {
        /** ModRM.rm: a register or memory. */
        RM,
        /** ModRM.rm: a register only. */
        RM_REGISTER,
        /** ModRM.rm: memory only. */
        RM_MEMORY,
        /** ModRM.reg. */
        REG,
        /** The low three bits of the opcode. */
        OPCODE,
        /** VEX.vvvv. */
        VVVV,
        /** An immediate, zero-extended. */
        IMMEDIATE,
        /** An immediate, sign-extended to the operand size. */
        IMMEDIATE_SIGNED,
        /** A displacement relative to the next instruction. */
        RELATIVE,
        /** An address without ModRM. */
        MEMORY_OFFSET,
        /** A selector and an offset. */
        FAR,
        /** The opcode implies it. */
        FIXED,
        /** Memory at rSI or rDI, or at a place that the instruction knows. */
        IMPLICIT
    }

    /** What it is when it is a register, or plain memory. */
    public enum Kind {
        GENERAL,
        SEGMENT,
        CONTROL,
        DEBUG,
        MMX,
        XMM,
        X87,
        NUMBER
    }

    /** Copies the lists. */
    public OperandForm {
        sizes = List.copyOf(sizes);
        memorySizes = List.copyOf(memorySizes);
    }

    /** Whether the operand size chooses its size. */
    public boolean isVariable() {
        return sizes.size() > 1 || memorySizes.size() > 1;
    }

    /** The size in bits as a register, for an operand size in bits; 0 if it has none. */
    public int size(int operandBits) {
        return choose(sizes, operandBits);
    }

    /** The size in bits as memory; 0 if the instruction alone knows it. */
    public int memorySize(int operandBits) {
        return choose(memorySizes, operandBits);
    }

    private static int choose(List<Integer> sizes, int operandBits) {
        int chosen = sizes.isEmpty() ? 0 : sizes.get(0);
        for (int size : sizes) {
            if (size <= operandBits) {
                chosen = size;
            }
        }
        return chosen;
    }
}
