package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FST and FSTP to a register, as it is. @sdm Vol.2A "FST/FSTP" */
record StoreRegister(int i, int pops, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(StoreRegister::from, """
            DD D0+i    FST ST(i)
            DD D8+i    FSTP ST(i)
            """);

    static StoreRegister from(Fields f) {
        return new StoreRegister(f.register(0), f.form().mnemonic().endsWith("P") ? 1 : 0, X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        if (X87Stack.isEmpty(cpu, 0)) {
            if (X87Stack.underflows(cpu)) {
                X87Stack.write(cpu, i, Unpacked.INDEFINITE);
                X87Stack.pop(cpu, pops);
            }
            return;
        }
        int n = X87Stack.physical(cpu, 0);
        X87Stack.complete(cpu);
        X87Stack.writeBits(cpu, i, cpu.x87().signExponent(n), cpu.x87().significand(n));
        X87Stack.pop(cpu, pops);
    }
}
