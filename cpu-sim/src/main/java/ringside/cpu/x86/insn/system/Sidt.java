package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** SIDT: stores IDTR to memory. @sdm Vol.2B "SIDT" */
record Sidt(TableMemory destination) implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Sidt(TableMemory.of(f, f.address(0))), """
            0F 01 /1       SIDT m
            """);

    @Override
    public void execute(X86Core cpu) {
        Ring.requireUserModeMayLook(cpu);
        destination.store(cpu, cpu.idtr());
    }
}
