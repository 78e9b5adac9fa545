package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** SHUFPD: one quadword of each operand. @sdm Vol.2B "SHUFPD" */
record Shufpd(XmmRegister destination, VectorOperand source, int order) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Shufpd::from, """
            66 0F C6 /r ib    SHUFPD xmm, xmm/m128, imm8
            """);

    static Shufpd from(Fields f) {
        return new Shufpd(new XmmRegister(f.register(0)), VectorOperand.aligned(f, 1), (int) f.immediate(2));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long low = source.low(cpu);
        long high = (order & 2) == 0 ? low : source.high(cpu);
        destination.write(cpu, (order & 1) == 0 ? destination.low(cpu) : destination.high(cpu), high);
    }
}
