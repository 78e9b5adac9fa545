package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** Moves of 128 bits whose place in memory must be aligned. @sdm Vol.2B "MOVAPS", "MOVAPD", "MOVDQA" */
record MoveAligned(VectorOperand destination, VectorOperand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MoveAligned::from, """
            NP 0F 28 /r    MOVAPS xmm, xmm/m128
            NP 0F 29 /r    MOVAPS xmm/m128, xmm
            66 0F 28 /r    MOVAPD xmm, xmm/m128
            66 0F 29 /r    MOVAPD xmm/m128, xmm
            66 0F 6F /r    MOVDQA xmm, xmm/m128
            66 0F 7F /r    MOVDQA xmm/m128, xmm
            NP 0F 2B /r    MOVNTPS m128, xmm
            66 0F 2B /r    MOVNTPD m128, xmm
            66 0F E7 /r    MOVNTDQ m128, xmm
            """);

    static MoveAligned from(Fields f) {
        return new MoveAligned(VectorOperand.aligned(f, 0), VectorOperand.aligned(f, 1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long low = source.low(cpu);
        destination.write(cpu, low, source.high(cpu));
    }
}
