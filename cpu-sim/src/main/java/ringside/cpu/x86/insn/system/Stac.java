package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** STAC: {@code AC = 1}, so that SMAP lets accesses to user pages through. @sdm Vol.2B "STAC" */
record Stac() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Stac(), """
            NP 0F 01 CB    STAC
            """);
    private static final Effects EFFECTS = Effects.sets("AC");

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        Clac.requireInnermost(cpu);
        cpu.setRflags(cpu.rflags() | Rflags.AC);
    }
}
