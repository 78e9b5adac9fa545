package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** STD: {@code DF = 1}. @sdm Vol.2B "STD" */
record Std() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Std(), """
            FD    STD
            """);
    private static final Effects EFFECTS = Effects.sets("DF");

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        cpu.setRflags(cpu.rflags() | Rflags.DF);
    }
}
