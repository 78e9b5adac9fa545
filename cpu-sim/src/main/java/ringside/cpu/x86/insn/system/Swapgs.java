package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.SegmentRegister;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** SWAPGS: exchanges the base of GS with IA32_KERNEL_GS_BASE. @sdm Vol.2B "SWAPGS" */
record Swapgs() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Swapgs(), """
            0F 01 F8       SWAPGS                       O64
            """);

    @Override
    public void execute(X86Core cpu) {
        Ring.requireInnermost(cpu);
        SystemRegisters system = cpu.system();
        SegmentRegister gs = cpu.segment(X86Core.GS);
        long base = gs.base();
        gs.setBase(system.kernelGsBase);
        system.kernelGsBase = base;
    }
}
