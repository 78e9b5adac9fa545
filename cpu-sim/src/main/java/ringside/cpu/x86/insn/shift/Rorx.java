package ringside.cpu.x86.insn.shift;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** RORX: rotates to the right by a number; no flag changes. @sdm Vol.2B "RORX" */
record Rorx(Operand destination, Operand source, int count, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Rorx::from, """
            VEX.LZ.F2.0F3A F0 /r ib    RORX r32|64, r/m32|64, imm8
            """);

    static Rorx from(Fields f) {
        return new Rorx(f.operand(0), f.operand(1), ShiftCount.masked(f.size(), f.immediate(2)), f.size());
    }

    @Override
    public void execute(X86Core cpu) {
        long value = source.read(cpu);
        destination.write(cpu, value >>> count | value << (size.bits() - count));
    }
}
