package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.packed.PackedWords;

/** Chooses words of one half of the source and copies the other half. @sdm Vol.2B "PSHUFLW", "PSHUFHW" */
record ShuffleWords(boolean upper, XmmRegister destination, VectorOperand source, int order) implements X86Instruction {
    static final List<Form> FORMS = Form.table(ShuffleWords::from, """
            F2 0F 70 /r ib    PSHUFLW xmm, xmm/m128, imm8
            F3 0F 70 /r ib    PSHUFHW xmm, xmm/m128, imm8
            """);

    static ShuffleWords from(Fields f) {
        return new ShuffleWords(
                f.form().mnemonic().equals("PSHUFHW"),
                new XmmRegister(f.register(0)),
                VectorOperand.aligned(f, 1),
                (int) f.immediate(2));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long low = source.low(cpu);
        long high = source.high(cpu);
        destination.write(
                cpu, upper ? low : PackedWords.shuffle(low, order), upper ? PackedWords.shuffle(high, order) : high);
    }
}
