package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** Copies the lower half of a register and zeroes the upper half. @sdm Vol.2B "MOVQ" */
record MoveQuadword(int destination, int source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MoveQuadword::from, """
            66 0F D6 /r    MOVQ xmm, xmm(reg)
            """);

    static MoveQuadword from(Fields f) {
        return new MoveQuadword(f.register(0), f.register(1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        cpu.sse().set(destination, cpu.sse().low(source), 0);
    }
}
