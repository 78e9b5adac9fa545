package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.system.ModelSpecificRegisters;

/** RDMSR: the model-specific register that ECX names, to EDX:EAX. @sdm Vol.2B "RDMSR" */
record Rdmsr() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Rdmsr(), """
            0F 32          RDMSR
            """);

    @Override
    public void execute(X86Core cpu) {
        Ring.requireInnermost(cpu);
        Pair.write(cpu, ModelSpecificRegisters.read(cpu, (int) cpu.gpr(X86Core.RCX)));
    }
}
