package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FNOP. @sdm Vol.2A "FNOP" */
record Fnop(X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(Fnop::from, """
            D9 D0    FNOP
            """);

    static Fnop from(Fields f) {
        return new Fnop(X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        // Only the instruction pointer is noted.
    }
}
