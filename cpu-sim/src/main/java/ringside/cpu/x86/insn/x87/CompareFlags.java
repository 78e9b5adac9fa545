package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Comparison;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/**
 * FCOMI and FUCOMI: the outcome goes to RFLAGS. OF, SF and AF become 0 also where an unmasked exception keeps the outcome
 * back. @sdm Vol.2A "FCOMI/FCOMIP/FUCOMI/FUCOMIP"
 */
record CompareFlags(boolean signals, int i, int pops, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(CompareFlags::from, """
            DB F0+i    FCOMI ST(0), ST(i)
            DF F0+i    FCOMIP ST(0), ST(i)
            DB E8+i    FUCOMI ST(0), ST(i)
            DF E8+i    FUCOMIP ST(0), ST(i)
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF AF CF PF");

    static CompareFlags from(Fields f) {
        return new CompareFlags(
                !f.form().mnemonic().startsWith("FU"),
                f.register(1),
                f.form().mnemonic().endsWith("P") ? 1 : 0,
                X87Location.of(f));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void operate(X86Core cpu) {
        cpu.setStatusFlags(Rflags.OF | Rflags.SF | Rflags.AF, 0);
        if (X87Stack.isEmpty(cpu, 0) || X87Stack.isEmpty(cpu, i)) {
            if (X87Stack.underflows(cpu)) {
                finish(cpu, Comparison.UNORDERED);
            }
            return;
        }
        Comparison order =
                X87Comparison.order(cpu.x87().context(), signals, X87Stack.read(cpu, 0), X87Stack.read(cpu, i));
        if (X87Stack.complete(cpu)) {
            finish(cpu, order);
        }
    }

    private void finish(X86Core cpu, Comparison order) {
        cpu.setStatusFlags(
                switch (order) {
                    case GREATER -> 0;
                    case LESS -> Rflags.CF;
                    case EQUAL -> Rflags.ZF;
                    case UNORDERED -> Rflags.ZF | Rflags.PF | Rflags.CF;
                });
        X87Stack.pop(cpu, pops);
    }
}
