package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.IntegerConversion;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FRNDINT. @sdm Vol.2A "FRNDINT" */
record Frndint(X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(Frndint::from, """
            D9 FC    FRNDINT
            """);

    static Frndint from(Fields f) {
        return new Frndint(X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        if (X87Stack.isEmpty(cpu, 0)) {
            if (X87Stack.underflows(cpu)) {
                X87Stack.write(cpu, 0, Unpacked.INDEFINITE);
            }
            return;
        }
        Unpacked result = IntegerConversion.roundToInteger(cpu.x87().context(), X87Stack.read(cpu, 0));
        if (X87Stack.complete(cpu)) {
            X87Stack.write(cpu, 0, result);
        }
    }
}
