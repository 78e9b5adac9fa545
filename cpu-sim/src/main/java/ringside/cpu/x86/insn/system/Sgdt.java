package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** SGDT: stores GDTR to memory. @sdm Vol.2B "SGDT" */
record Sgdt(TableMemory destination) implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Sgdt(TableMemory.of(f, f.address(0))), """
            0F 01 /0       SGDT m
            """);

    @Override
    public void execute(X86Core cpu) {
        Ring.requireUserModeMayLook(cpu);
        destination.store(cpu, cpu.gdtr());
    }
}
