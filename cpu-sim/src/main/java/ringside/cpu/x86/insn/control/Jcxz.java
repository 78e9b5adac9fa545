package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** JCXZ, JECXZ and JRCXZ, by address size: jumps if the count register is zero. @sdm Vol.2A "Jcc" */
record Jcxz(long displacement, OperandSize addressSize, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Jcxz::from, """
            E3 cb    JCXZ rel8    F64
            """);

    static Jcxz from(Fields f) {
        return new Jcxz(f.immediate(0), f.addressSize(), f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        if ((cpu.gpr(X86Core.RCX) & addressSize.mask()) == 0) {
            cpu.branch(size, cpu.nextRip() + displacement);
        }
    }
}
