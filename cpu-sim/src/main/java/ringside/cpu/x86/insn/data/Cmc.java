package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** CMC: {@code CF = NOT CF}. @sdm Vol.2A "CMC" */
record Cmc() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Cmc(), """
            F5    CMC
            """);
    private static final Effects EFFECTS = Effects.reads("CF").writes("CF");

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        cpu.setStatusFlags(Rflags.CF, ~cpu.rflags());
    }
}
