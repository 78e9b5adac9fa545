package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** SETcc: {@code DEST = condition ? 1 : 0}. ModRM.reg means nothing. @sdm Vol.2B "SETcc" */
record Setcc(Operand destination, int condition) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Setcc::from, """
            0F 90+cc /r    SETcc r/m8
            """);

    static Setcc from(Fields f) {
        return new Setcc(f.operand(0), f.condition());
    }

    @Override
    public Effects effects() {
        return Effects.readsCondition(condition);
    }

    @Override
    public void execute(X86Core cpu) {
        destination.write(cpu, cpu.condition(condition) ? 1 : 0);
    }
}
