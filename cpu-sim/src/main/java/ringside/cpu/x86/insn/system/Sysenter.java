package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** SYSENTER: to ring 0 at IA32_SYSENTER_EIP. @sdm Vol.2B "SYSENTER" */
record Sysenter() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Sysenter(), """
            0F 34          SYSENTER
            """);
    private static final Effects EFFECTS = Effects.sets("VM IF RF");

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        SystemRegisters system = cpu.system();
        int selector = (int) system.sysenterCs & 0xFFFC;
        if (!cpu.isProtected() || selector == 0) {
            throw X86Fault.generalProtection(0);
        }
        boolean longMode = cpu.isLongMode();
        long mask = longMode ? -1 : 0xFFFF_FFFFL;
        cpu.setRflags(cpu.rflags() & ~(Rflags.VM | Rflags.IF | Rflags.RF));
        cpu.setGpr(X86Core.RSP, system.sysenterEsp & mask);
        FlatSegments.enter(cpu, selector, selector + 8, 0, longMode);
        cpu.setNextRip(system.sysenterEip & mask);
    }
}
