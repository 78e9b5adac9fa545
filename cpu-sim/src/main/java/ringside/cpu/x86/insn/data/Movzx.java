package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** MOVZX: {@code DEST = SRC}, zero-extended. @sdm Vol.2B "MOVZX" */
record Movzx(Operand destination, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Movzx::from, """
            0F B6 /r    MOVZX r16|32|64, r/m8
            0F B7 /r    MOVZX r16|32|64, r/m16
            """);

    static Movzx from(Fields f) {
        return new Movzx(f.operand(0), f.operand(1));
    }

    @Override
    public void execute(X86Core cpu) {
        destination.write(cpu, source.read(cpu));
    }
}
