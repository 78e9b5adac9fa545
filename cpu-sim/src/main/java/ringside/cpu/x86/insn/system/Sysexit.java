package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.system.ModelSpecificRegisters;

/** SYSEXIT: to ring 3 at RDX with the stack at RCX. @sdm Vol.2B "SYSEXIT" */
record Sysexit(boolean to64) implements X86Instruction {
    static final List<Form> FORMS =
            Form.table(f -> new Sysexit(f.is64() && f.prefixes().rexW()), """
            0F 35          SYSEXIT
            REX.W 0F 35    SYSEXITQ
            """);

    @Override
    public void execute(X86Core cpu) {
        int selector = (int) cpu.system().sysenterCs & 0xFFFC;
        if (!cpu.isProtected() || selector == 0) {
            throw X86Fault.generalProtection(0);
        }
        Ring.requireInnermost(cpu);
        long target = cpu.gpr(X86Core.RDX);
        long stack = cpu.gpr(X86Core.RCX);
        if (to64) {
            ModelSpecificRegisters.canonical(target);
            ModelSpecificRegisters.canonical(stack);
        }
        long mask = to64 ? -1 : 0xFFFF_FFFFL;
        int code = selector + (to64 ? 32 : 16);
        cpu.setGpr(X86Core.RSP, stack & mask);
        FlatSegments.enter(cpu, code | 3, code + 8 | 3, 3, to64);
        cpu.setNextRip(target & mask);
    }
}
