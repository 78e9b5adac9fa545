package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** Merges the lowest bits of one register into another, or stores them. @sdm Vol.2B "MOVSS", "MOVSD" */
record MoveScalar(Operand destination, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MoveScalar::from, """
            F3 0F 10 /r    MOVSS xmm, xmm
            F3 0F 11 /r    MOVSS xmm/m32, xmm
            F2 0F 10 /r    MOVSD xmm, xmm
            F2 0F 11 /r    MOVSD xmm/m64, xmm
            """);

    static MoveScalar from(Fields f) {
        return new MoveScalar(XmmPart.of(f, 0, size(f)), XmmPart.of(f, 1, size(f)));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        destination.write(cpu, source.read(cpu));
    }

    private static OperandSize size(Fields f) {
        return f.form().mnemonic().equals("MOVSS") ? OperandSize.DOUBLEWORD : OperandSize.QUADWORD;
    }
}
