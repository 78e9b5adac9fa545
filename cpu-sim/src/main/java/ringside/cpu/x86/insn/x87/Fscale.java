package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Scaling;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FSCALE: {@code ST(0) = ST(0) * 2^ST(1)}. @sdm Vol.2A "FSCALE" */
record Fscale(X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(Fscale::from, """
            D9 FD    FSCALE
            """);

    static Fscale from(Fields f) {
        return new Fscale(X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        if (X87Stack.isEmpty(cpu, 0) || X87Stack.isEmpty(cpu, 1)) {
            if (X87Stack.underflows(cpu)) {
                X87Stack.write(cpu, 0, Unpacked.INDEFINITE);
            }
            return;
        }
        Unpacked result = Scaling.scale(cpu.x87().context(), X87Stack.read(cpu, 0), X87Stack.read(cpu, 1));
        if (X87Stack.complete(cpu)) {
            X87Stack.write(cpu, 0, result);
        }
    }
}
