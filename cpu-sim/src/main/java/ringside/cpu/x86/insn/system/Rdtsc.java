package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.system.ModelSpecificRegisters;

/** RDTSC: the time-stamp counter, which counts virtual time. @sdm Vol.2B "RDTSC" */
record Rdtsc() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Rdtsc(), """
            0F 31          RDTSC
            """);

    @Override
    public void execute(X86Core cpu) {
        TimeStamp.requireReadable(cpu);
        Pair.write(cpu, ModelSpecificRegisters.timeStamp(cpu));
    }
}
