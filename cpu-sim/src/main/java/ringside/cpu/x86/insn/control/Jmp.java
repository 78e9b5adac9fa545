package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** JMP, near and relative: {@code rIP = rIP + SRC}. @sdm Vol.2A "JMP" */
record Jmp(long displacement, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Jmp::from, """
            EB cb       JMP rel8        F64
            E9 cw|cd    JMP rel16|32    F64
            """);

    static Jmp from(Fields f) {
        return new Jmp(f.immediate(0), f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        cpu.branch(size, cpu.nextRip() + displacement);
    }
}
