package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** SMSW: CR0, as much of it as the operand has. @sdm Vol.2B "SMSW" */
record Smsw(Operand destination) implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Smsw(f.operand(0)), """
            0F 01 /4       SMSW r16|32|64/m16
            """);

    @Override
    public void execute(X86Core cpu) {
        Ring.requireUserModeMayLook(cpu);
        destination.write(cpu, cpu.system().cr0);
    }
}
