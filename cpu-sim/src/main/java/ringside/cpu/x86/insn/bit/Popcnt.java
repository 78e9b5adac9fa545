package ringside.cpu.x86.insn.bit;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** POPCNT: counts the bits that are set; ZF says that there is none, and all other status flags are cleared. @sdm Vol.2B "POPCNT" */
record Popcnt(Operand destination, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Popcnt::from, """
            F3 0F B8 /r    POPCNT r16|32|64, r/m16|32|64
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF AF CF PF");

    static Popcnt from(Fields f) {
        return new Popcnt(f.operand(0), f.operand(1));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long value = source.read(cpu);
        cpu.setStatusFlags(value == 0 ? Rflags.ZF : 0);
        destination.write(cpu, Long.bitCount(value));
    }
}
