package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** Moves of 128 bits at any address. @sdm Vol.2B "MOVUPS", "MOVUPD", "MOVDQU" */
record MoveUnaligned(VectorOperand destination, VectorOperand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MoveUnaligned::from, """
            NP 0F 10 /r    MOVUPS xmm, xmm/m128
            NP 0F 11 /r    MOVUPS xmm/m128, xmm
            66 0F 10 /r    MOVUPD xmm, xmm/m128
            66 0F 11 /r    MOVUPD xmm/m128, xmm
            F3 0F 6F /r    MOVDQU xmm, xmm/m128
            F3 0F 7F /r    MOVDQU xmm/m128, xmm
            """);

    static MoveUnaligned from(Fields f) {
        return new MoveUnaligned(VectorOperand.unaligned(f, 0), VectorOperand.unaligned(f, 1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long low = source.low(cpu);
        destination.write(cpu, low, source.high(cpu));
    }
}
