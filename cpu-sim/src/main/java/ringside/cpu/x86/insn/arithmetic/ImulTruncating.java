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
 * IMUL with two or three operands: a signed product cut off to the operand size; CF and OF say whether that lost
 * anything.
 *
 * <p>SF, ZF, AF and PF, which the manual leaves undefined, keep their values, as on AMD processors. @sdm Vol.2A "IMUL"
 */
record ImulTruncating(Operand destination, Operand first, Operand second, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(ImulTruncating::from, """
            0F AF /r       IMUL r16|32|64, r/m16|32|64
            6B /r ib       IMUL r16|32|64, r/m16|32|64, imm8sx
            69 /r iw|id    IMUL r16|32|64, r/m16|32|64, imm16|32
            """);

    static ImulTruncating from(Fields f) {
        int last = f.operands().size() - 1;
        return new ImulTruncating(f.operand(0), f.operand(last - 1), f.operand(last), f.size());
    }

    @Override
    public Effects effects() {
        return Imul.EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long multiplicand = size.signExtend(first.read(cpu));
        long multiplier = size.signExtend(second.read(cpu));
        long product = multiplicand * multiplier;
        boolean lost = size == OperandSize.QUADWORD
                ? Math.multiplyHigh(multiplicand, multiplier) != product >> 63
                : size.signExtend(product) != product;
        int overflow = Imul.EFFECTS.writes();
        cpu.setStatusFlags(overflow, lost ? overflow : 0);
        destination.write(cpu, product);
    }
}
