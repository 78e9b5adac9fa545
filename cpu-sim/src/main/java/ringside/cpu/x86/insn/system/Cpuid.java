package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.system.CpuFeatures;

/** CPUID: which processor this is and what it has. @sdm Vol.2A "CPUID" */
record Cpuid() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Cpuid(), """
            0F A2          CPUID
            """);

    @Override
    public void execute(X86Core cpu) {
        CpuFeatures.Leaf leaf = CpuFeatures.leaf(cpu, (int) cpu.gpr(X86Core.RAX), (int) cpu.gpr(X86Core.RCX));
        cpu.setGpr(X86Core.RAX, leaf.eax() & 0xFFFF_FFFFL);
        cpu.setGpr(X86Core.RBX, leaf.ebx() & 0xFFFF_FFFFL);
        cpu.setGpr(X86Core.RCX, leaf.ecx() & 0xFFFF_FFFFL);
        cpu.setGpr(X86Core.RDX, leaf.edx() & 0xFFFF_FFFFL);
    }
}
