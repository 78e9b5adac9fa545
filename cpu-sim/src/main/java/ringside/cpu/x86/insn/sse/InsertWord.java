package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** PINSRW: replaces a word of a register. @sdm Vol.2B "PINSRW" */
record InsertWord(int n, Operand source, int which) implements X86Instruction {
    static final List<Form> FORMS = Form.table(InsertWord::from, """
            66 0F C4 /r ib    PINSRW xmm, r32/m16, imm8
            """);

    static InsertWord from(Fields f) {
        return new InsertWord(f.register(0), f.operand(1), (int) f.immediate(2));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        int shift = 16 * (which & 3);
        long word = (source.read(cpu) & 0xFFFF) << shift;
        long others = ~(0xFFFFL << shift);
        if ((which & 4) == 0) {
            cpu.sse().setLow(n, cpu.sse().low(n) & others | word);
        } else {
            cpu.sse().setHigh(n, cpu.sse().high(n) & others | word);
        }
    }
}
