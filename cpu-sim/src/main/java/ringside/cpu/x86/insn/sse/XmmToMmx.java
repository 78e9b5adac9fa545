package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** MOVDQ2Q: the lower half of an XMM register into an MMX register. @sdm Vol.2B "MOVDQ2Q" */
record XmmToMmx(int destination, int source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(XmmToMmx::from, """
            F2 0F D6 /r    MOVDQ2Q mm, xmm
            """);

    static XmmToMmx from(Fields f) {
        return new XmmToMmx(f.register(0), f.register(1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        FloatingUnits.requireMmx(cpu);
        cpu.x87().enterMmx();
        cpu.x87().setMmx(destination, cpu.sse().low(source));
    }
}
