package ringside.cpu.x86.insn.bit;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/**
 * BT: copies a bit into CF.
 *
 * <p>OF, SF, AF and PF, which the manual leaves undefined, keep their values, as on AMD processors. @sdm Vol.2A "BT"
 */
record Bt(BitString string) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Bt::from, """
            0F A3 /r       BT r/m16|32|64, r16|32|64
            0F BA /4 ib    BT r/m16|32|64, imm8
            """);
    static final Effects EFFECTS = Effects.sets("CF").undefined("OF SF AF PF");

    static Bt from(Fields f) {
        return new Bt(BitString.from(f));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long value = string.read(cpu);
        cpu.setStatusFlags(Rflags.CF, (int) (value >>> string.bit(cpu)) & 1);
    }
}
