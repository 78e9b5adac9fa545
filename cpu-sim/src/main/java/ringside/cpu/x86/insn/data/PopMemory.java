package ringside.cpu.x86.insn.data;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.operand.Operand;

/** POP to memory. An address that counts from rSP counts from what it is after the pop. @sdm Vol.2B "POP" */
record PopMemory(Operand destination, OperandSize size) implements X86Instruction {

    @Override
    public void execute(X86Core cpu) {
        long value = cpu.peekStack(size, 0);
        long before = cpu.gpr(X86Core.RSP);
        cpu.dropStack(size.bytes());
        try {
            destination.write(cpu, value);
        } catch (X86Fault fault) {
            cpu.setGpr(X86Core.RSP, before);
            throw fault;
        }
    }
}
