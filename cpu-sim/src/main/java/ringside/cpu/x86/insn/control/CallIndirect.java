package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** CALL, near and indirect: pushes rIP, then {@code rIP = SRC}. @sdm Vol.2A "CALL" */
record CallIndirect(Operand target, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(CallIndirect::from, """
            FF /2    CALL r/m16|32|64    F64
            """);

    static CallIndirect from(Fields f) {
        return new CallIndirect(f.operand(0), f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        long returnAddress = cpu.nextRip();
        cpu.branch(size, target.read(cpu));
        cpu.push(size, returnAddress);
    }
}
