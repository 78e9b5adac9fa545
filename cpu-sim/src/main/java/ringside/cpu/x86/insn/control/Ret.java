package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** RET, near: pops rIP, and then drops so many bytes of parameters. @sdm Vol.2B "RET" */
record Ret(long parameterBytes, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Ret(0, f.operandSize()), """
            C3       RET    F64
            """);
    static final List<Form> DROPPING_FORMS = Form.table(f -> new Ret(f.immediate(0), f.operandSize()), """
            C2 iw    RET imm16    F64
            """);

    @Override
    public void execute(X86Core cpu) {
        cpu.branch(size, cpu.peekStack(size, 0));
        cpu.dropStack(size.bytes() + parameterBytes);
    }
}
