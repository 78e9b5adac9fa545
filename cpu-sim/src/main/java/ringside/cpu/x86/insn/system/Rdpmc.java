package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** RDPMC: #GP(0), since there is no performance counter to read. @sdm Vol.2B "RDPMC" */
record Rdpmc() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Rdpmc(), """
            0F 33          RDPMC
            """);

    @Override
    public void execute(X86Core cpu) {
        throw X86Fault.generalProtection(0);
    }
}
