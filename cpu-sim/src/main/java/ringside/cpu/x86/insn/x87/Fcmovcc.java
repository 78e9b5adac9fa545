package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** FCMOVcc: copies a register if a condition of RFLAGS holds. @sdm Vol.2A "FCMOVcc" */
record Fcmovcc(int condition, int i, X87Location at) implements X87Instruction {
    static final List<Form> FORMS = Form.table(Fcmovcc::from, """
            DA C0+i    FCMOVB ST(0), ST(i)
            DA C8+i    FCMOVE ST(0), ST(i)
            DA D0+i    FCMOVBE ST(0), ST(i)
            DA D8+i    FCMOVU ST(0), ST(i)
            DB C0+i    FCMOVNB ST(0), ST(i)
            DB C8+i    FCMOVNE ST(0), ST(i)
            DB D0+i    FCMOVNBE ST(0), ST(i)
            DB D8+i    FCMOVNU ST(0), ST(i)
            """);
    private static final Effects EFFECTS = Effects.reads("CF ZF PF");

    static Fcmovcc from(Fields f) {
        return new Fcmovcc(condition(f.form().mnemonic()), f.register(1), X87Location.of(f));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void operate(X86Core cpu) {
        if (X87Stack.isEmpty(cpu, 0) || X87Stack.isEmpty(cpu, i)) {
            if (X87Stack.underflows(cpu)) {
                X87Stack.write(cpu, 0, Unpacked.INDEFINITE);
            }
            return;
        }
        if (cpu.condition(condition)) {
            int n = X87Stack.physical(cpu, i);
            X87Stack.writeBits(cpu, 0, cpu.x87().signExponent(n), cpu.x87().significand(n));
        }
    }

    private static int condition(String mnemonic) {
        boolean negated = mnemonic.startsWith("FCMOVN");
        int positive = switch (mnemonic.substring(negated ? 6 : 5)) {
            case "B" -> 2;
            case "E" -> 4;
            case "BE" -> 6;
            default -> 10;
        };
        return positive | (negated ? 1 : 0);
    }
}
