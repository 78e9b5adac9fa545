package ringside.cpu.x86.insn.x87;

import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X87Registers;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.operand.Address;
import ringside.cpu.x86.operand.MemoryOperand;

/**
 * What the x87 notes of an instruction for a handler of its exceptions. @sdm Vol.1 8.1.8, 8.1.9
 *
 * @param opcode the low three bits of the first byte, and the ModRM byte
 * @param operand where its operand lies in memory, or null
 */
record X87Location(int opcode, Address operand) {

    static X87Location of(Fields f) {
        int opcode = (f.form().parsed().opcode() & 7) << 8 | f.modRm() & 0xFF;
        Address operand = null;
        for (int i = 0; i < f.operands().size(); i++) {
            if (f.operand(i) instanceof MemoryOperand memory) {
                operand = memory.address();
            }
        }
        return new X87Location(opcode, operand);
    }

    /** Notes the instruction; with fopcode compatibility off only unmasked exceptions have to, but all may. */
    void note(X86Core cpu) {
        X87Registers x87 = cpu.x87();
        x87.setInstruction(opcode, cpu.segment(X86Core.CS).selector(), cpu.rip());
        if (operand != null) {
            x87.setData(cpu.segment(operand.segment()).selector(), operand.offset(cpu));
        }
    }
}
