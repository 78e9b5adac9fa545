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
 * DIV: divides the accumulator, unsigned; #DE if the divisor is zero or the quotient does not fit.
 *
 * <p>The flags, all undefined, get what AMD processors give: {@link Division#setFlags}. @sdm Vol.2A "DIV"
 */
record Div(Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Div::from, """
            F6 /6    DIV r/m8
            F7 /6    DIV r/m16|32|64
            """);

    static Div from(Fields f) {
        return new Div(f.operand(0), f.size());
    }

    @Override
    public Effects effects() {
        return Division.EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long divisor = source.read(cpu);
        long high = Accumulator.high(cpu, size);
        long low = Accumulator.low(cpu, size);
        if (Long.compareUnsigned(high, divisor) >= 0) {
            throw Division.error();
        }
        long quotient = size == OperandSize.QUADWORD
                ? Division.divideUnsigned(high, low, divisor)
                : Long.divideUnsigned(high << size.bits() | low, divisor);
        long remainder = (size == OperandSize.QUADWORD ? low : high << size.bits() | low) - quotient * divisor;
        Division.setFlags(cpu);
        Accumulator.write(cpu, size, remainder, quotient);
    }
}
