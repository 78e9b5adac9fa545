package ringside.cpu.x86.insn.shift;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** SHRX: shifts to the right, zeros coming in; no flag changes. @sdm Vol.2B "SARX/SHLX/SHRX" */
record Shrx(Operand destination, Operand source, Operand count, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Shrx::from, """
            VEX.LZ.F2.0F38 F7 /r    SHRX r32|64, r/m32|64, r32|64(v)
            """);

    static Shrx from(Fields f) {
        return new Shrx(f.operand(0), f.operand(1), f.operand(2), f.size());
    }

    @Override
    public void execute(X86Core cpu) {
        int n = ShiftCount.masked(size, count.read(cpu));
        destination.write(cpu, source.read(cpu) >>> n);
    }
}
