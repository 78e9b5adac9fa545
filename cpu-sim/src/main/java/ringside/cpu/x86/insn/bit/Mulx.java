package ringside.cpu.x86.insn.bit;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Alu;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/**
 * MULX: multiplies rDX, unsigned, and writes both halves of the product where it is told; no flag changes. Where both go
 * to the same register, the upper half remains. @sdm Vol.2B "MULX"
 */
record Mulx(Operand upper, Operand lower, Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Mulx::from, """
            VEX.LZ.F2.0F38 F6 /r    MULX r32|64, r32|64(v), r/m32|64
            """);

    static Mulx from(Fields f) {
        return new Mulx(f.operand(0), f.operand(1), f.operand(2), f.size());
    }

    @Override
    public void execute(X86Core cpu) {
        long multiplicand = cpu.gpr(X86Core.RDX) & size.mask();
        long multiplier = source.read(cpu);
        long low = multiplicand * multiplier;
        long high = size == OperandSize.QUADWORD
                ? X86Alu.multiplyHighUnsigned(multiplicand, multiplier)
                : low >>> size.bits();
        lower.write(cpu, low);
        upper.write(cpu, high);
    }
}
