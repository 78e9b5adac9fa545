package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.InterruptShadow;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/**
 * STI: {@code IF = 1}; #GP(0) where the CPL is above the IOPL. If IF was 0, interrupts stay off until after the next
 * instruction. @sdm Vol.2B "STI"
 */
record Sti() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Sti(), """
            FB    STI
            """);
    private static final Effects EFFECTS = Effects.reads("IOPL IF").writes("IF");

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        if (!FlagRights.mayChangeInterruptFlag(cpu)) {
            throw X86Fault.generalProtection(0);
        }
        if (!cpu.flag(Rflags.IF)) {
            cpu.setRflags(cpu.rflags() | Rflags.IF);
            cpu.setShadow(InterruptShadow.STI);
        }
    }
}
