package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** HLT: stops until an interrupt comes. @sdm Vol.2A "HLT" */
record Hlt() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Hlt(), """
            F4             HLT
            """);

    @Override
    public void execute(X86Core cpu) {
        Ring.requireInnermost(cpu);
        cpu.halt();
    }
}
