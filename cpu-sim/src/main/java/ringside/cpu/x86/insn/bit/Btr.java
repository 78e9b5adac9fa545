package ringside.cpu.x86.insn.bit;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/**
 * BTR: copies a bit into CF, then clears it.
 *
 * <p>OF, SF, AF and PF, which the manual leaves undefined, keep their values, as on AMD processors. @sdm Vol.2A "BTR"
 */
record Btr(BitString string) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Btr::from, """
            0F B3 /r       BTR r/m16|32|64, r16|32|64    LOCK
            0F BA /6 ib    BTR r/m16|32|64, imm8        LOCK
            """);

    static Btr from(Fields f) {
        return new Btr(BitString.from(f));
    }

    @Override
    public Effects effects() {
        return Bt.EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        int bit = string.bit(cpu);
        long value = string.readForWrite(cpu);
        string.write(cpu, value & ~(1L << bit));
        cpu.setStatusFlags(Rflags.CF, (int) (value >>> bit) & 1);
    }
}
