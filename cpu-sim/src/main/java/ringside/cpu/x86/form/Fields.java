package ringside.cpu.x86.form;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.operand.Address;
import ringside.cpu.x86.operand.Immediate;
import ringside.cpu.x86.operand.MemoryOperand;
import ringside.cpu.x86.operand.NumberedRegister;
import ringside.cpu.x86.operand.Operand;

/**
 * What was decoded: the parts from which an instruction is made.
 *
 * @param form which form
 * @param codeBits 16, 32 or 64
 * @param prefixes the prefixes
 * @param operandSize the effective operand size
 * @param addressSize the effective address size
 * @param condition the condition in the opcode, or 0
 * @param modRm the ModRM byte, or -1
 * @param operands the operands, in the order of the form; null for those that the instruction alone knows
 */
public record Fields(
        Form form,
        int codeBits,
        Prefixes prefixes,
        OperandSize operandSize,
        OperandSize addressSize,
        int condition,
        int modRm,
        List<Operand> operands) {

    /** An operand, counted from 0. */
    public Operand operand(int index) {
        return operands.get(index);
    }

    /** The number of a register that is not a general one: a segment, control, XMM ... register. */
    public int register(int index) {
        return ((NumberedRegister) operand(index)).n();
    }

    /** Whether an operand lies in memory. */
    public boolean isMemory(int index) {
        return operand(index) instanceof MemoryOperand;
    }

    /** The address of an operand in memory. */
    public Address address(int index) {
        return ((MemoryOperand) operand(index)).address();
    }

    /** The value of an immediate or the displacement of a relative branch, sign-extended. */
    public long immediate(int index) {
        return ((Immediate) operand(index)).value();
    }

    /** The size that the form has with these prefixes: that of its first register or place in memory with one. */
    public OperandSize size() {
        for (OperandForm operand : form.operands()) {
            if (operand.kind() == OperandForm.Kind.NUMBER) {
                continue;
            }
            int bits = operand.sizes().isEmpty()
                    ? operand.memorySize(operandSize.bits())
                    : operand.size(operandSize.bits());
            if (bits != 0 && bits <= 64) {
                return sizeOf(bits);
            }
        }
        return operandSize;
    }

    /** The size of so many bits. */
    public static OperandSize sizeOf(int bits) {
        return switch (bits) {
            case 8 -> OperandSize.BYTE;
            case 16 -> OperandSize.WORD;
            case 32 -> OperandSize.DOUBLEWORD;
            case 64 -> OperandSize.QUADWORD;
            default -> throw new IllegalArgumentException("no integer has " + bits + " bits");
        };
    }

    /** The segment of an implied operand at rSI and the like: DS unless a prefix says otherwise. */
    public int dataSegment() {
        return prefixes.segment() < 0 ? X86Core.DS : prefixes.segment();
    }

    /** The repeat prefix of a string instruction. */
    public Repeat repeat() {
        return prefixes.repeat();
    }

    /** Whether this is 64-bit code. */
    public boolean is64() {
        return codeBits == 64;
    }
}
