package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** SYSCALL: to ring 0 at IA32_LSTAR, for 64-bit code only. @sdm Vol.2B "SYSCALL" */
record Syscall() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Syscall(), """
            0F 05          SYSCALL
            """);
    private static final int R11 = 11;
    private static final Effects EFFECTS = Effects.sets("CF PF AF ZF SF TF IF DF OF IOPL NT RF VM AC VIF VIP ID");

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        SystemRegisters system = cpu.system();
        if (!cpu.is64() || (system.efer & SystemRegisters.EFER_SCE) == 0) {
            throw X86Fault.undefinedOpcode();
        }
        int selector = (int) (system.star >>> 32) & 0xFFFF;
        cpu.setGpr(X86Core.RCX, cpu.nextRip());
        cpu.setGpr(R11, cpu.rflags());
        cpu.setRflags(cpu.rflags() & (int) ~system.fmask);
        if (!cpu.flag(Rflags.TF)) {
            // The trap flag is looked at behind the instruction.
            cpu.cancelSingleStep();
        }
        FlatSegments.enter(cpu, selector & ~3, selector + 8, 0, true);
        cpu.setNextRip(system.lstar);
    }
}
