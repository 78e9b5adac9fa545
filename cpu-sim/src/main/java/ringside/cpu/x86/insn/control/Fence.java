package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/**
 * LFENCE, MFENCE and SFENCE: order accesses, which are in order here anyway.
 * @sdm Vol.2A "LFENCE", Vol.2B "MFENCE", "SFENCE"
 */
record Fence() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Fence(), """
            NP 0F AE E8+i    LFENCE
            NP 0F AE F0+i    MFENCE
            NP 0F AE F8+i    SFENCE
            """);

    @Override
    public void execute(X86Core cpu) {
        // Every access is seen before the next begins.
    }
}
