package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** CLFLUSH: drops a line of the caches. It faults as a load of the byte would. @sdm Vol.2A "CLFLUSH" */
record Clflush(Operand line) implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Clflush(f.operand(0)), """
            NP 0F AE /7    CLFLUSH m8
            """);

    @Override
    public void execute(X86Core cpu) {
        line.read(cpu);
    }
}
