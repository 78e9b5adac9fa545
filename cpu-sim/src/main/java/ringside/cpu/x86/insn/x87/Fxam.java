package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FXAM: the class of ST(0), its sign in C1. @sdm Vol.2A "FXAM" */
record Fxam(X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(Fxam::from, """
            D9 E5    FXAM
            """);

    static Fxam from(Fields f) {
        return new Fxam(X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        Unpacked value = X87Stack.read(cpu, 0);
        int codes = X87Stack.isEmpty(cpu, 0) ? X87Stack.C3 | X87Stack.C0 : codes(value);
        X87Stack.setConditions(cpu, X87Stack.CONDITIONS, codes | (value.negative() ? X87Stack.C1 : 0));
    }

    private static int codes(Unpacked value) {
        return switch (value.kind()) {
            case UNSUPPORTED -> 0;
            case QUIET_NAN, SIGNALING_NAN -> X87Stack.C0;
            case FINITE -> value.denormal() ? X87Stack.C3 | X87Stack.C2 : X87Stack.C2;
            case INFINITY -> X87Stack.C2 | X87Stack.C0;
            case ZERO -> X87Stack.C3;
        };
    }
}
