package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.system.ModelSpecificRegisters;

/** RDTSCP: the time-stamp counter and IA32_TSC_AUX. @sdm Vol.2B "RDTSCP" */
record Rdtscp() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Rdtscp(), """
            0F 01 F9       RDTSCP
            """);

    @Override
    public void execute(X86Core cpu) {
        TimeStamp.requireReadable(cpu);
        Pair.write(cpu, ModelSpecificRegisters.timeStamp(cpu));
        cpu.setGpr(X86Core.RCX, cpu.system().tscAux);
    }
}
