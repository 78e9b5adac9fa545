package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** CLI: {@code IF = 0}; #GP(0) where the CPL is above the IOPL. @sdm Vol.2A "CLI" */
record Cli() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Cli(), """
            FA    CLI
            """);
    private static final Effects EFFECTS = Effects.reads("IOPL").writes("IF");

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        if (!FlagRights.mayChangeInterruptFlag(cpu)) {
            throw X86Fault.generalProtection(0);
        }
        cpu.setRflags(cpu.rflags() & ~Rflags.IF);
    }
}
