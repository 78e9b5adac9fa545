package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** MOVSX and MOVSXD: {@code DEST = SRC}, sign-extended. @sdm Vol.2B "MOVSX/MOVSXD" */
record Movsx(Operand destination, Operand source, OperandSize sourceSize) implements X86Instruction {
    static final List<Form> BYTE_FORMS = Form.table(f -> from(f, OperandSize.BYTE), """
            0F BE /r    MOVSX r16|32|64, r/m8
            """);
    static final List<Form> WORD_FORMS = Form.table(f -> from(f, OperandSize.WORD), """
            0F BF /r    MOVSX r16|32|64, r/m16
            """);
    static final List<Form> DOUBLEWORD_FORMS = Form.table(Movsx::fromMovsxd, """
            63 /r       MOVSXD r16|32|64, r/m16|32    O64
            """);

    static Movsx from(Fields f, OperandSize sourceSize) {
        return new Movsx(f.operand(0), f.operand(1), sourceSize);
    }

    static Movsx fromMovsxd(Fields f) {
        return from(f, f.operandSize() == OperandSize.WORD ? OperandSize.WORD : OperandSize.DOUBLEWORD);
    }

    @Override
    public void execute(X86Core cpu) {
        destination.write(cpu, sourceSize.signExtend(source.read(cpu)));
    }
}
