package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FFREE: marks a register as empty. @sdm Vol.2A "FFREE" */
record Ffree(int i, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(Ffree::from, """
            DD C0+i    FFREE ST(i)
            """);

    static Ffree from(Fields f) {
        return new Ffree(f.register(0), X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        X87Stack.complete(cpu);
        X87Stack.free(cpu, i);
    }
}
