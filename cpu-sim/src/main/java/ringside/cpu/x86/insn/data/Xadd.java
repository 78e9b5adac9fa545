package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.AluResult;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Alu;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.MemoryOperand;
import ringside.cpu.x86.operand.Operand;

/** XADD: {@code TEMP = SRC + DEST; SRC = DEST; DEST = TEMP}. @sdm Vol.2D "XADD" */
record Xadd(Operand destination, Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Xadd::from, """
            0F C0 /r    XADD r/m8, r8                  LOCK
            0F C1 /r    XADD r/m16|32|64, r16|32|64    LOCK
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF AF CF PF");

    static Xadd from(Fields f) {
        return new Xadd(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    /** The sum is written last, so that it stays where both operands are one register; what may fault was checked. */
    @Override
    public void execute(X86Core cpu) {
        long before = destination.readForWrite(cpu);
        AluResult sum = X86Alu.add(size, before, source.read(cpu), false);
        if (destination instanceof MemoryOperand) {
            destination.write(cpu, sum.value());
            source.write(cpu, before);
        } else {
            source.write(cpu, before);
            destination.write(cpu, sum.value());
        }
        cpu.setStatusFlags(sum.flags());
    }
}
