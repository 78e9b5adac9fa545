package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.system.ModelSpecificRegisters;

/** WRMSR: EDX:EAX to the model-specific register that ECX names. @sdm Vol.2D "WRMSR" */
record Wrmsr() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Wrmsr(), """
            0F 30          WRMSR
            """);

    @Override
    public void execute(X86Core cpu) {
        Ring.requireInnermost(cpu);
        ModelSpecificRegisters.write(cpu, (int) cpu.gpr(X86Core.RCX), Pair.read(cpu));
    }
}
