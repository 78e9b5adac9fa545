package ringside.cpu.x86.insn.arithmetic;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/**
 * IMUL with one operand: multiplies the accumulator, signed; CF and OF say whether the product needs the upper half.
 *
 * <p>SF, ZF, AF and PF, which the manual leaves undefined, keep their values, as on AMD processors. @sdm Vol.2A "IMUL"
 */
record Imul(Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Imul::from, """
            F6 /5    IMUL r/m8
            F7 /5    IMUL r/m16|32|64
            """);
    static final Effects EFFECTS = Effects.sets("OF CF").undefined("SF ZF AF PF");

    static Imul from(Fields f) {
        return new Imul(f.operand(0), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long multiplicand = size.signExtend(Accumulator.low(cpu, size));
        long multiplier = size.signExtend(source.read(cpu));
        long low = multiplicand * multiplier;
        long high = size == OperandSize.QUADWORD ? Math.multiplyHigh(multiplicand, multiplier) : low >> size.bits();
        boolean needed = high != size.signExtend(low) >> 63;
        cpu.setStatusFlags(EFFECTS.writes(), needed ? EFFECTS.writes() : 0);
        Accumulator.write(cpu, size, high, low);
    }
}
