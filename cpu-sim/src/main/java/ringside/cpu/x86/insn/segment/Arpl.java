package ringside.cpu.x86.insn.segment;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** ARPL: raises the RPL of a selector to that of another; ZF says whether it did. @sdm Vol.2A "ARPL" */
record Arpl(Operand destination, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Arpl::from, """
            63 /r          ARPL r/m16, r16              N64 PROT
            """);
    private static final Effects EFFECTS = Effects.sets("ZF");

    static Arpl from(Fields f) {
        return new Arpl(f.operand(0), f.operand(1));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        int own = (int) destination.read(cpu);
        int rpl = (int) source.read(cpu) & 3;
        boolean raises = (own & 3) < rpl;
        if (raises) {
            destination.write(cpu, own & ~3 | rpl);
        }
        cpu.setStatusFlags(Rflags.ZF, raises ? Rflags.ZF : 0);
    }
}
