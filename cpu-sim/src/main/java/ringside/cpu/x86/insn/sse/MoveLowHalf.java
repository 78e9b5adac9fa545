package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** Loads the lower half of a register from memory, or from the upper half of another. @sdm Vol.2B "MOVLPS", "MOVHLPS", "MOVLPD" */
record MoveLowHalf(int n, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MoveLowHalf::from, """
            NP 0F 12 /r    MOVLPS xmm, m64
            NP 0F 12 /r    MOVHLPS xmm, xmm
            66 0F 12 /r    MOVLPD xmm, m64
            """);

    static MoveLowHalf from(Fields f) {
        return new MoveLowHalf(f.register(0), f.isMemory(1) ? f.operand(1) : new XmmHigh(f.register(1)));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        cpu.sse().setLow(n, source.read(cpu));
    }
}
