package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Scaling;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FXTRACT: the exponent replaces ST(0), the significand is pushed. @sdm Vol.2A "FXTRACT" */
record Fxtract(X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(Fxtract::from, """
            D9 F4    FXTRACT
            """);

    static Fxtract from(Fields f) {
        return new Fxtract(X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        if (X87Stack.isEmpty(cpu, 0) || !X87Stack.isEmpty(cpu, 7)) {
            boolean masked = X87Stack.isEmpty(cpu, 0) ? X87Stack.underflows(cpu) : X87Stack.overflows(cpu);
            if (masked) {
                X87Stack.write(cpu, 0, Unpacked.INDEFINITE);
                X87Stack.push(cpu, Unpacked.INDEFINITE);
            }
            return;
        }
        Unpacked value = X87Stack.read(cpu, 0);
        Unpacked exponent = Scaling.exponent(cpu.x87().context(), value);
        if (X87Stack.complete(cpu)) {
            X87Stack.write(cpu, 0, exponent);
            X87Stack.push(cpu, Scaling.significand(value));
        }
    }
}
