package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Constant;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FTST: compares ST(0) with zero. @sdm Vol.2A "FTST" */
record Ftst(X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(Ftst::from, """
            D9 E4    FTST
            """);

    static Ftst from(Fields f) {
        return new Ftst(X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        if (X87Stack.isEmpty(cpu, 0)) {
            X87Comparison.underflow(cpu, 0);
        } else {
            X87Comparison.compare(cpu, true, Constant.ZERO.value(cpu.x87().context()), 0);
        }
    }
}
