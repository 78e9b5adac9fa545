package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.system.ControlRegisters;

/** CLTS: {@code CR0.TS = 0}. @sdm Vol.2A "CLTS" */
record Clts() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Clts(), """
            0F 06          CLTS
            """);

    @Override
    public void execute(X86Core cpu) {
        Ring.requireInnermost(cpu);
        ControlRegisters.clearTaskSwitched(cpu);
    }
}
