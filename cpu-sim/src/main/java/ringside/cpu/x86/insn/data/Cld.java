package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** CLD: {@code DF = 0}. @sdm Vol.2A "CLD" */
record Cld() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Cld(), """
            FC    CLD
            """);
    private static final Effects EFFECTS = Effects.sets("DF");

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        cpu.setRflags(cpu.rflags() & ~Rflags.DF);
    }
}
