package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** STC: {@code CF = 1}. @sdm Vol.2B "STC" */
record Stc() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Stc(), """
            F9    STC
            """);
    private static final Effects EFFECTS = Effects.sets("CF");

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        cpu.setStatusFlags(Rflags.CF, Rflags.CF);
    }
}
