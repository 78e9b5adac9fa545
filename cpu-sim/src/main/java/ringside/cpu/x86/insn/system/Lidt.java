package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** LIDT: loads IDTR from memory. @sdm Vol.2A "LGDT/LIDT" */
record Lidt(TableMemory source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Lidt(TableMemory.of(f, f.address(0))), """
            0F 01 /3       LIDT m
            """);

    @Override
    public void execute(X86Core cpu) {
        Ring.requireInnermost(cpu);
        cpu.setIdtr(source.load(cpu));
    }
}
