package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X87Registers;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FXCH: exchanges two registers. @sdm Vol.2A "FXCH" */
record Fxch(int i, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(Fxch::from, """
            D9 C8+i    FXCH ST(i)
            """);

    static Fxch from(Fields f) {
        return new Fxch(f.register(0), X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        if (X87Stack.isEmpty(cpu, 0) || X87Stack.isEmpty(cpu, i)) {
            if (!X87Stack.underflows(cpu)) {
                return;
            }
            fill(cpu, 0);
            fill(cpu, i);
        } else {
            X87Stack.complete(cpu);
        }
        X87Registers x87 = cpu.x87();
        int first = X87Stack.physical(cpu, 0);
        int second = X87Stack.physical(cpu, i);
        int signExponent = x87.signExponent(first);
        long significand = x87.significand(first);
        x87.set(first, x87.signExponent(second), x87.significand(second));
        x87.set(second, signExponent, significand);
    }

    private static void fill(X86Core cpu, int i) {
        if (X87Stack.isEmpty(cpu, i)) {
            X87Stack.write(cpu, i, Unpacked.INDEFINITE);
        }
    }
}
