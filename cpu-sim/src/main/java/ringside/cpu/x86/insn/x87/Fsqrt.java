package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Arithmetic;
import ringside.cpu.x86.floating.FloatingFormat;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FSQRT. @sdm Vol.2A "FSQRT" */
record Fsqrt(X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(Fsqrt::from, """
            D9 FA    FSQRT
            """);

    static Fsqrt from(Fields f) {
        return new Fsqrt(X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        if (X87Stack.isEmpty(cpu, 0)) {
            if (X87Stack.underflows(cpu)) {
                X87Stack.write(cpu, 0, Unpacked.INDEFINITE);
            }
            return;
        }
        Unpacked result = Arithmetic.squareRoot(cpu.x87().context(), FloatingFormat.EXTENDED, X87Stack.read(cpu, 0));
        if (X87Stack.complete(cpu)) {
            X87Stack.write(cpu, 0, result);
        }
    }
}
