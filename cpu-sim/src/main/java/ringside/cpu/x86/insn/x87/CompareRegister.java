package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FCOM and FUCOM of two registers. @sdm Vol.2A "FCOM/FCOMP/FCOMPP", "FUCOM/FUCOMP/FUCOMPP" */
record CompareRegister(boolean signals, int i, int pops, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(CompareRegister::from, """
            D8 D0+i    FCOM ST(i)
            D8 D8+i    FCOMP ST(i)
            DE D9      FCOMPP
            DD E0+i    FUCOM ST(i)
            DD E8+i    FUCOMP ST(i)
            DA E9      FUCOMPP
            """);

    static CompareRegister from(Fields f) {
        return new CompareRegister(
                !f.form().mnemonic().startsWith("FU"),
                f.operands().isEmpty() ? 1 : f.register(0),
                pops(f),
                X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        if (X87Stack.isEmpty(cpu, 0) || X87Stack.isEmpty(cpu, i)) {
            X87Comparison.underflow(cpu, pops);
        } else {
            X87Comparison.compare(cpu, signals, X87Stack.read(cpu, i), pops);
        }
    }

    private static int pops(Fields f) {
        return f.operands().isEmpty() ? 2 : f.form().mnemonic().endsWith("P") ? 1 : 0;
    }
}
