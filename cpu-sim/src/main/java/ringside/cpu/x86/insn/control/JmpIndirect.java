package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** JMP, near and indirect: {@code rIP = SRC}. @sdm Vol.2A "JMP" */
record JmpIndirect(Operand target, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(JmpIndirect::from, """
            FF /4    JMP r/m16|32|64    F64
            """);

    static JmpIndirect from(Fields f) {
        return new JmpIndirect(f.operand(0), f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        cpu.branch(size, target.read(cpu));
    }
}
