package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.system.ControlRegisters;

/** LMSW: the lowest four bits of CR0; it can set PE but not clear it. @sdm Vol.2A "LMSW" */
record Lmsw(Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Lmsw(f.operand(0)), """
            0F 01 /6       LMSW r/m16
            """);

    @Override
    public void execute(X86Core cpu) {
        Ring.requireInnermost(cpu);
        ControlRegisters.writeStatusWord(cpu, (int) source.read(cpu));
    }
}
