package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** PEXTRW: a word of an MMX register, zero-extended. @sdm Vol.2B "PEXTRW" */
record MmxExtractWord(Operand destination, int n, int which) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MmxExtractWord::from, """
            NP 0F C5 /r ib    PEXTRW r32, mm, imm8
            """);

    static MmxExtractWord from(Fields f) {
        return new MmxExtractWord(f.operand(0), f.register(1), (int) f.immediate(2));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireMmx(cpu);
        cpu.x87().enterMmx();
        destination.write(cpu, cpu.x87().significand(n) >>> 16 * (which & 3) & 0xFFFF);
    }
}
