package ringside.cpu.x86.insn.arithmetic;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Alu;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/**
 * MUL: multiplies the accumulator, unsigned; CF and OF say whether the upper half is used.
 *
 * <p>SF, ZF, AF and PF, which the manual leaves undefined, keep their values, as on AMD processors. @sdm Vol.2B "MUL"
 */
record Mul(Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Mul::from, """
            F6 /4    MUL r/m8
            F7 /4    MUL r/m16|32|64
            """);
    private static final Effects EFFECTS = Effects.sets("OF CF").undefined("SF ZF AF PF");

    static Mul from(Fields f) {
        return new Mul(f.operand(0), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long multiplicand = Accumulator.low(cpu, size);
        long multiplier = source.read(cpu);
        long low = multiplicand * multiplier;
        long high = size == OperandSize.QUADWORD
                ? X86Alu.multiplyHighUnsigned(multiplicand, multiplier)
                : low >>> size.bits();
        cpu.setStatusFlags(EFFECTS.writes(), high != 0 ? EFFECTS.writes() : 0);
        Accumulator.write(cpu, size, high, low);
    }
}
