package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** FNINIT: the control, status and tag words after reset; the registers keep what they hold. @sdm Vol.2A "FINIT/FNINIT" */
record Fninit() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Fninit(), """
            DB E3    FNINIT
            """);

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireX87(cpu);
        cpu.x87().initialize();
    }
}
