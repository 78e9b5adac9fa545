package ringside.cpu.x86.insn.arithmetic;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** CWD, CDQ, CQO: fills rDX with the sign of the accumulator. @sdm Vol.2A "CWD/CDQ/CQO" */
record Cwd(OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Cwd::from, """
            99    CWD|CDQ|CQO
            """);

    static Cwd from(Fields f) {
        return new Cwd(f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        long sign = size.isNegative(cpu.gpr(X86Core.RAX)) ? -1 : 0;
        Accumulator.writeRegister(cpu, size, X86Core.RDX, sign);
    }
}
