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

/** DEC: {@code DEST = DEST - 1}, with CF left as it is. @sdm Vol.2A "DEC" */
record Dec(Operand destination, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Dec::from, """
            FE /1    DEC r/m8           LOCK
            FF /1    DEC r/m16|32|64    LOCK
            48+r     DEC r16|32         N64
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF AF PF");

    static Dec from(Fields f) {
        return new Dec(f.operand(0), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        AluResult difference = X86Alu.subtract(size, destination.readForWrite(cpu), 1, false);
        destination.write(cpu, difference.value());
        cpu.setStatusFlags(EFFECTS.writes(), difference.flags());
    }
}
