package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FLD of a register, taken as it is. @sdm Vol.2A "FLD" */
record LoadRegister(int i, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(LoadRegister::from, """
            D9 C0+i    FLD ST(i)
            """);

    static LoadRegister from(Fields f) {
        return new LoadRegister(f.register(0), X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        if (X87Stack.isEmpty(cpu, i)) {
            if (X87Stack.underflows(cpu)) {
                X87Stack.push(cpu, Unpacked.INDEFINITE);
            }
        } else if (!X87Stack.isEmpty(cpu, 7)) {
            X87Stack.load(cpu, Unpacked.INDEFINITE);
        } else {
            int n = X87Stack.physical(cpu, i);
            X87Stack.complete(cpu);
            X87Stack.pushBits(cpu, cpu.x87().signExponent(n), cpu.x87().significand(n));
        }
    }
}
