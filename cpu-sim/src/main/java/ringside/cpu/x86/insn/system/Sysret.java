package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.system.ModelSpecificRegisters;

/**
 * SYSRET: back to ring 3, to 64-bit code with REX.W and else to compatibility mode. An address in RCX that is not canonical
 * is found out in ring 0, on the stack of the caller. @sdm Vol.2B "SYSRET"
 */
record Sysret(boolean to64) implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Sysret(f.prefixes().rexW()), """
            0F 07          SYSRET
            REX.W 0F 07    SYSRETQ
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
        Ring.requireInnermost(cpu);
        long target = cpu.gpr(X86Core.RCX);
        if (to64) {
            ModelSpecificRegisters.canonical(target);
        }
        int selector = (int) (system.star >>> 48);
        cpu.setRflags((int) cpu.gpr(R11) & LOADED);
        if (cpu.flag(Rflags.TF)) {
            // The trap flag is looked at behind the instruction.
            cpu.requestSingleStep();
        }
        FlatSegments.enter(cpu, to64 ? selector + 16 | 3 : selector | 3, selector + 8 | 3, 3, to64);
        cpu.setNextRip(to64 ? target : target & 0xFFFF_FFFFL);
    }

    /** All flags but RF and VM. */
    private static final int LOADED = Rflags.DEFINED & ~(Rflags.RF | Rflags.VM);
}
