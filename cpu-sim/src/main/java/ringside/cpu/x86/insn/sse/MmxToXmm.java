package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** MOVQ2DQ: an MMX register into the lower half of an XMM register. @sdm Vol.2B "MOVQ2DQ" */
record MmxToXmm(int destination, int source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MmxToXmm::from, """
            F3 0F D6 /r    MOVQ2DQ xmm, mm
            """);

    static MmxToXmm from(Fields f) {
        return new MmxToXmm(f.register(0), f.register(1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        FloatingUnits.requireMmx(cpu);
        cpu.x87().enterMmx();
        cpu.sse().set(destination, cpu.x87().significand(source), 0);
    }
}
