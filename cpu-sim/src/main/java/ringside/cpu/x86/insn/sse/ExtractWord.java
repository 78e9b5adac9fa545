package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** PEXTRW: a word of a register, zero-extended. @sdm Vol.2B "PEXTRW" */
record ExtractWord(Operand destination, int n, int which) implements X86Instruction {
    static final List<Form> FORMS = Form.table(ExtractWord::from, """
            66 0F C5 /r ib    PEXTRW r32, xmm, imm8
            """);

    static ExtractWord from(Fields f) {
        return new ExtractWord(f.operand(0), f.register(1), (int) f.immediate(2));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long half = (which & 4) == 0 ? cpu.sse().low(n) : cpu.sse().high(n);
        destination.write(cpu, half >>> 16 * (which & 3) & 0xFFFF);
    }
}
