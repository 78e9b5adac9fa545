package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** Loads the lowest bits of a register and zeroes the others. @sdm Vol.2B "MOVD/MOVQ", "MOVQ", "MOVSS", "MOVSD" */
record MoveLoad(int n, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MoveLoad::from, """
            F3 0F 10 /r         MOVSS xmm, m32
            F2 0F 10 /r         MOVSD xmm, m64
            F3 0F 7E /r         MOVQ xmm, xmm/m64
            66 0F 6E /r         MOVD xmm, r/m32
            66 REX.W 0F 6E /r   MOVQ xmm, r/m64
            """);

    static MoveLoad from(Fields f) {
        return new MoveLoad(f.register(0), source(f));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        cpu.sse().set(n, source.read(cpu), 0);
    }

    private static Operand source(Fields f) {
        return f.form().parsed().opcode() == 0x6E ? f.operand(1) : XmmPart.of(f, 1, OperandSize.QUADWORD);
    }
}
