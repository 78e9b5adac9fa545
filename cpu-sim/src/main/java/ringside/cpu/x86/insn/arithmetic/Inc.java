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

/** INC: {@code DEST = DEST + 1}, with CF left as it is. @sdm Vol.2A "INC" */
record Inc(Operand destination, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Inc::from, """
            FE /0    INC r/m8           LOCK
            FF /0    INC r/m16|32|64    LOCK
            40+r     INC r16|32         N64
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF AF PF");

    static Inc from(Fields f) {
        return new Inc(f.operand(0), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        AluResult sum = X86Alu.add(size, destination.readForWrite(cpu), 1, false);
        destination.write(cpu, sum.value());
        cpu.setStatusFlags(EFFECTS.writes(), sum.flags());
    }
}
