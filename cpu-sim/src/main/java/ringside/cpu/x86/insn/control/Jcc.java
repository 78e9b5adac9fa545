package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** Jcc: {@code IF condition THEN rIP = rIP + SRC}. @sdm Vol.2A "Jcc" */
record Jcc(int condition, long displacement, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Jcc::from, """
            70+cc cb          Jcc rel8        F64
            0F 80+cc cw|cd    Jcc rel16|32    F64
            """);

    static Jcc from(Fields f) {
        return new Jcc(f.condition(), f.immediate(0), f.operandSize());
    }

    @Override
    public Effects effects() {
        return Effects.readsCondition(condition);
    }

    @Override
    public void execute(X86Core cpu) {
        if (cpu.condition(condition)) {
            cpu.branch(size, cpu.nextRip() + displacement);
        }
    }
}
