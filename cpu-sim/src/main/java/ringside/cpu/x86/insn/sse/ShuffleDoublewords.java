package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** Chooses doublewords of one operand, or of both. @sdm Vol.2B "PSHUFD", "SHUFPS" */
record ShuffleDoublewords(XmmRegister destination, VectorOperand lower, VectorOperand upper, int order)
        implements X86Instruction {
    static final List<Form> FORMS = Form.table(ShuffleDoublewords::from, """
            66 0F 70 /r ib    PSHUFD xmm, xmm/m128, imm8
            NP 0F C6 /r ib    SHUFPS xmm, xmm/m128, imm8
            """);

    static ShuffleDoublewords from(Fields f) {
        return new ShuffleDoublewords(
                new XmmRegister(f.register(0)), lower(f), VectorOperand.aligned(f, 1), (int) f.immediate(2));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long low = pair(lower.low(cpu), lower.high(cpu), order);
        long high = pair(upper.low(cpu), upper.high(cpu), order >>> 4);
        destination.write(cpu, low, high);
    }

    private static VectorOperand lower(Fields f) {
        return VectorOperand.aligned(f, f.form().mnemonic().equals("PSHUFD") ? 1 : 0);
    }

    private static long pair(long low, long high, int order) {
        return doubleword(low, high, order) | doubleword(low, high, order >>> 2) << 32;
    }

    private static long doubleword(long low, long high, int which) {
        return ((which & 2) == 0 ? low : high) >>> 32 * (which & 1) & 0xFFFF_FFFFL;
    }
}
