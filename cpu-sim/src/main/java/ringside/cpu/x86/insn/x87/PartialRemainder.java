package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.floating.Remainder;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FPREM and FPREM1: the remainder of ST(0) by ST(1), or a step towards it. @sdm Vol.2A "FPREM", "FPREM1" */
record PartialRemainder(boolean nearest, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(PartialRemainder::from, """
            D9 F8    FPREM
            D9 F5    FPREM1
            """);

    static PartialRemainder from(Fields f) {
        return new PartialRemainder(f.form().mnemonic().equals("FPREM1"), X87Location.of(f));
    }

    @Override
    public void operate(X86Core cpu) {
        X87Stack.setConditions(cpu, X87Stack.C2, 0);
        if (X87Stack.isEmpty(cpu, 0) || X87Stack.isEmpty(cpu, 1)) {
            if (X87Stack.underflows(cpu)) {
                X87Stack.write(cpu, 0, Unpacked.INDEFINITE);
            }
            return;
        }
        FloatingContext context = cpu.x87().context();
        Unpacked a = X87Stack.read(cpu, 0);
        Unpacked b = X87Stack.read(cpu, 1);
        Remainder remainder = nearest ? Remainder.nearest(context, a, b) : Remainder.truncating(context, a, b);
        if (X87Stack.complete(cpu)) {
            int mask = remainder.value().isNan() ? X87Stack.C1 | X87Stack.C2 : X87Stack.CONDITIONS;
            X87Stack.setConditions(cpu, mask, conditions(remainder));
            X87Stack.write(cpu, 0, remainder.value());
        }
    }

    /** The lowest bits of the quotient are C0, C3, C1; C2 tells that there is more to do. */
    private static int conditions(Remainder remainder) {
        int quotient = remainder.quotient();
        return (remainder.isComplete() ? 0 : X87Stack.C2)
                | ((quotient & 4) != 0 ? X87Stack.C0 : 0)
                | ((quotient & 2) != 0 ? X87Stack.C3 : 0)
                | ((quotient & 1) != 0 ? X87Stack.C1 : 0);
    }
}
