package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.packed.PackedWords;

/** PSHUFW: chooses words. @sdm Vol.2B "PSHUFW" */
record MmxShuffle(int n, Operand source, int order) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MmxShuffle::from, """
            NP 0F 70 /r ib    PSHUFW mm, mm/m64, imm8
            """);

    static MmxShuffle from(Fields f) {
        return new MmxShuffle(f.register(0), MmxRegister.of(f, 1), (int) f.immediate(2));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireMmx(cpu);
        long value = source.read(cpu);
        cpu.x87().enterMmx();
        cpu.x87().setMmx(n, PackedWords.shuffle(value, order));
    }
}
