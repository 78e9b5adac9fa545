package ringside.cpu.x86.insn.arithmetic;

import java.util.List;
import ringside.cpu.x86.AluResult;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Alu;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** NEG: {@code DEST = 0 - DEST}; CF says whether DEST was not zero. @sdm Vol.2B "NEG" */
record Neg(Operand destination, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Neg::from, """
            F6 /3    NEG r/m8           LOCK
            F7 /3    NEG r/m16|32|64    LOCK
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF AF CF PF");

    static Neg from(Fields f) {
        return new Neg(f.operand(0), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        AluResult difference = X86Alu.subtract(size, 0, destination.readForWrite(cpu), false);
        destination.write(cpu, difference.value());
        cpu.setStatusFlags(difference.flags());
    }
}
