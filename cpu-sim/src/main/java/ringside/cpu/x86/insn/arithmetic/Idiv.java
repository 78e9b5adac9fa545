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
 * IDIV: divides the accumulator, signed, towards zero; #DE if the divisor is zero or the quotient does not fit.
 *
 * <p>The flags, all undefined, get what AMD processors give: {@link Division#setFlags}. @sdm Vol.2A "IDIV"
 */
record Idiv(Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Idiv::from, """
            F6 /7    IDIV r/m8
            F7 /7    IDIV r/m16|32|64
            """);

    static Idiv from(Fields f) {
        return new Idiv(f.operand(0), f.size());
    }

    @Override
    public Effects effects() {
        return Division.EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long divisor = size.signExtend(source.read(cpu));
        long high = size.signExtend(Accumulator.high(cpu, size));
        long low = Accumulator.low(cpu, size);
        if (divisor == 0) {
            throw Division.error();
        }
        boolean isWide = size == OperandSize.QUADWORD;
        long dividend = isWide ? low : high << size.bits() | low;
        long quotient = isWide ? divideWide(high, low, divisor) : divide(dividend, divisor);
        Division.setFlags(cpu);
        Accumulator.write(cpu, size, dividend - quotient * divisor, quotient);
    }

    private long divide(long dividend, long divisor) {
        long quotient = dividend / divisor;
        if (size.signExtend(quotient) != quotient || dividend == Long.MIN_VALUE && divisor == -1) {
            throw Division.error();
        }
        return quotient;
    }

    /** Divides magnitudes; the quotient may be at most 2^63 - 1, or 2^63 if it is negative. */
    private static long divideWide(long high, long low, long divisor) {
        boolean negative = (high ^ divisor) < 0;
        long magnitudeLow = high < 0 ? -low : low;
        long magnitudeHigh = high < 0 ? ~high + (low == 0 ? 1 : 0) : high;
        long magnitude = Math.abs(divisor);
        if (Long.compareUnsigned(magnitudeHigh, magnitude) >= 0) {
            throw Division.error();
        }
        long quotient = Division.divideUnsigned(magnitudeHigh, magnitudeLow, magnitude);
        if (quotient < 0 && !(negative && quotient == Long.MIN_VALUE)) {
            throw Division.error();
        }
        return negative ? -quotient : quotient;
    }
}
