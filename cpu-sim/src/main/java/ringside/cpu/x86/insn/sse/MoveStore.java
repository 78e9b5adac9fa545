package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** Stores the lowest bits of a register. @sdm Vol.2B "MOVD/MOVQ", "MOVQ", "MOVLPS", "MOVLPD" */
record MoveStore(Operand destination, int n) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MoveStore::from, """
            NP 0F 13 /r         MOVLPS m64, xmm
            66 0F 13 /r         MOVLPD m64, xmm
            66 0F D6 /r         MOVQ m64, xmm
            66 0F 7E /r         MOVD r/m32, xmm
            66 REX.W 0F 7E /r   MOVQ r/m64, xmm
            """);

    static MoveStore from(Fields f) {
        return new MoveStore(f.operand(0), f.register(1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        destination.write(cpu, cpu.sse().low(n));
    }
}
