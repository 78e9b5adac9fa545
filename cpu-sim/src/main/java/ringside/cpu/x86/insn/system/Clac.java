package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** CLAC: {@code AC = 0}. Outside ring 0 it is undefined. @sdm Vol.2A "CLAC" */
record Clac() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Clac(), """
            NP 0F 01 CA    CLAC
            """);
    private static final Effects EFFECTS = Effects.sets("AC");

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        requireInnermost(cpu);
        cpu.setRflags(cpu.rflags() & ~Rflags.AC);
    }

    static void requireInnermost(X86Core cpu) {
        if (cpu.cpl() != 0) {
            throw X86Fault.undefinedOpcode();
        }
    }
}
