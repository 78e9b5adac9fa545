package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** ENDBR32 and ENDBR64: where indirect branches may land; without CET a NOP. @sdm Vol.2A "ENDBR32", "ENDBR64" */
record Endbr() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Endbr(), """
            F3 0F 1E FA    ENDBR64
            F3 0F 1E FB    ENDBR32
            """);

    @Override
    public void execute(X86Core cpu) {
        // Branches are not tracked.
    }
}
