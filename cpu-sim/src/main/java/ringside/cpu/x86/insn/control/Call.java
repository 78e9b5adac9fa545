package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** CALL, near and relative: pushes rIP, then {@code rIP = rIP + SRC}. @sdm Vol.2A "CALL" */
record Call(long displacement, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Call::from, """
            E8 cw|cd    CALL rel16|32    F64
            """);

    static Call from(Fields f) {
        return new Call(f.immediate(0), f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        long returnAddress = cpu.nextRip();
        cpu.branch(size, returnAddress + displacement);
        cpu.push(size, returnAddress);
    }
}
