package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** PAUSE: tells that this is a loop that waits for another processor. @sdm Vol.2B "PAUSE" */
record Pause() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Pause(), """
            F3 90    PAUSE    NOREXB
            """);

    @Override
    public void execute(X86Core cpu) {
        // There is no other processor to make room for.
    }
}
