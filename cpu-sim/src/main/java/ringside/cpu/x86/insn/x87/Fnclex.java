package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** FNCLEX: forgets all exceptions. @sdm Vol.2A "FCLEX/FNCLEX" */
record Fnclex() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Fnclex(), """
            DB E2    FNCLEX
            """);
    /** The exceptions, the stack fault, the summary and the busy bit. */
    private static final int EXCEPTIONS = 0x80FF;

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireX87(cpu);
        cpu.x87().setStatus(cpu.x87().status() & ~EXCEPTIONS);
    }
}
