package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FCHS and FABS: changes the sign of whatever ST(0) holds. @sdm Vol.2A "FCHS", "FABS" */
record ChangeSign(boolean negates, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(ChangeSign::from, """
            D9 E0    FCHS
            D9 E1    FABS
            """);

    static ChangeSign from(Fields f) {
        return new ChangeSign(f.form().mnemonic().equals("FCHS"), X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        if (X87Stack.isEmpty(cpu, 0)) {
            if (X87Stack.underflows(cpu)) {
                X87Stack.write(cpu, 0, Unpacked.INDEFINITE);
            }
            return;
        }
        X87Stack.complete(cpu);
        int n = X87Stack.physical(cpu, 0);
        int signExponent = cpu.x87().signExponent(n);
        cpu.x87()
                .set(
                        n,
                        negates ? signExponent ^ 0x8000 : signExponent & 0x7FFF,
                        cpu.x87().significand(n));
    }
}
