package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** PREFETCHh and PREFETCHW: bring memory nearer, without faults; there are no caches here. @sdm Vol.2B "PREFETCHh" */
record Prefetch() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Prefetch(), """
            0F 18 /0    PREFETCHNTA m8
            0F 18 /1    PREFETCHT0 m8
            0F 18 /2    PREFETCHT1 m8
            0F 18 /3    PREFETCHT2 m8
            0F 0D /1    PREFETCHW m8
            """);

    @Override
    public void execute(X86Core cpu) {
        // There is no cache.
    }
}
