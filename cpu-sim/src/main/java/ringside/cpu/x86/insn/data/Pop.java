package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** POP to a general register. @sdm Vol.2B "POP" */
record Pop(Operand destination, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Pop::from, """
            58+r     POP r16|32|64      D64
            8F /0    POP r/m16|32|64    D64
            """);

    static X86Instruction from(Fields f) {
        return f.isMemory(0) ? new PopMemory(f.operand(0), f.operandSize()) : new Pop(f.operand(0), f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        long value = cpu.peekStack(size, 0);
        cpu.dropStack(size.bytes());
        destination.write(cpu, value);
    }
}
