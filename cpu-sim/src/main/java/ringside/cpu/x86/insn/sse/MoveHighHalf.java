package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** Loads the upper half of a register from memory, or from the lower half of another. @sdm Vol.2B "MOVHPS", "MOVLHPS", "MOVHPD" */
record MoveHighHalf(int n, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MoveHighHalf::from, """
            NP 0F 16 /r    MOVHPS xmm, m64
            NP 0F 16 /r    MOVLHPS xmm, xmm
            66 0F 16 /r    MOVHPD xmm, m64
            """);

    static MoveHighHalf from(Fields f) {
        return new MoveHighHalf(f.register(0), XmmPart.of(f, 1, OperandSize.QUADWORD));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        cpu.sse().setHigh(n, source.read(cpu));
    }
}
