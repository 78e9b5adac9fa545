package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** MOVNTI: a store of a general register that bypasses caches, of which there are none here. @sdm Vol.2B "MOVNTI" */
record Movnti(Operand destination, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Movnti::from, """
            NP 0F C3 /r    MOVNTI m32|64, r32|64
            """);

    static Movnti from(Fields f) {
        return new Movnti(f.operand(0), f.operand(1));
    }

    @Override
    public void execute(X86Core cpu) {
        destination.write(cpu, source.read(cpu));
    }
}
