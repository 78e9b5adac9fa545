package ringside.cpu.x86.insn.logic;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** NOT: {@code DEST = NOT DEST}; no flag changes. @sdm Vol.2B "NOT" */
record Not(Operand destination) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Not::from, """
            F6 /2    NOT r/m8           LOCK
            F7 /2    NOT r/m16|32|64    LOCK
            """);

    static Not from(Fields f) {
        return new Not(f.operand(0));
    }

    @Override
    public void execute(X86Core cpu) {
        destination.write(cpu, ~destination.readForWrite(cpu));
    }
}
