package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FADD, FMUL, FSUB, FSUBR, FDIV, FDIVR of two registers. @sdm Vol.2A "FADD/FADDP/FIADD", "FSUB/FSUBP/FISUB" */
record ArithmeticRegister(X87Operation operation, int destination, int source, boolean pops, X87Location at)
        implements X87Instruction {
    static final List<Form> FORMS = Form.table(ArithmeticRegister::from, """
            D8 C0+i    FADD ST(0), ST(i)
            D8 C8+i    FMUL ST(0), ST(i)
            D8 E0+i    FSUB ST(0), ST(i)
            D8 E8+i    FSUBR ST(0), ST(i)
            D8 F0+i    FDIV ST(0), ST(i)
            D8 F8+i    FDIVR ST(0), ST(i)
            DC C0+i    FADD ST(i), ST(0)
            DC C8+i    FMUL ST(i), ST(0)
            DC E0+i    FSUBR ST(i), ST(0)
            DC E8+i    FSUB ST(i), ST(0)
            DC F0+i    FDIVR ST(i), ST(0)
            DC F8+i    FDIV ST(i), ST(0)
            DE C0+i    FADDP ST(i), ST(0)
            DE C8+i    FMULP ST(i), ST(0)
            DE E0+i    FSUBRP ST(i), ST(0)
            DE E8+i    FSUBP ST(i), ST(0)
            DE F0+i    FDIVRP ST(i), ST(0)
            DE F8+i    FDIVP ST(i), ST(0)
            """);

    static ArithmeticRegister from(Fields f) {
        return new ArithmeticRegister(
                X87Operation.of(f.form().mnemonic()),
                f.register(0),
                f.register(1),
                f.form().mnemonic().endsWith("P"),
                X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        if (X87Stack.isEmpty(cpu, destination) || X87Stack.isEmpty(cpu, source)) {
            if (X87Stack.underflows(cpu)) {
                finish(cpu, Unpacked.INDEFINITE);
            }
            return;
        }
        Unpacked own = X87Stack.read(cpu, destination);
        Unpacked result = operation.apply(cpu.x87().context(), own, X87Stack.read(cpu, source));
        if (X87Stack.complete(cpu)) {
            finish(cpu, result);
        }
    }

    private void finish(X86Core cpu, Unpacked result) {
        X87Stack.write(cpu, destination, result);
        X87Stack.pop(cpu, pops ? 1 : 0);
    }
}
