package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** PINSRW: replaces a word of an MMX register. @sdm Vol.2B "PINSRW" */
record MmxInsertWord(int n, Operand source, int which) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MmxInsertWord::from, """
            NP 0F C4 /r ib    PINSRW mm, r32/m16, imm8
            """);

    static MmxInsertWord from(Fields f) {
        return new MmxInsertWord(f.register(0), f.operand(1), (int) f.immediate(2));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireMmx(cpu);
        int shift = 16 * (which & 3);
        long word = (source.read(cpu) & 0xFFFF) << shift;
        cpu.x87().enterMmx();
        cpu.x87().setMmx(n, cpu.x87().significand(n) & ~(0xFFFFL << shift) | word);
    }
}
