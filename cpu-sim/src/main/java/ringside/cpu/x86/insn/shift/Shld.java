package ringside.cpu.x86.insn.shift;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/**
 * SHLD: shifts to the left, the highest bits of another register coming in; CF gets the last bit shifted out.
 *
 * <p>Where the manual leaves flags undefined they are what AMD processors give: AF is 1, and OF is computed as for a count
 * of 1, or is CF where the count reaches the size. Where a 16-bit operand is shifted by more than 16, everything is
 * undefined: as there, the result is the other register rotated by the rest of the count, and CF is 0. @sdm Vol.2B "SHLD"
 */
record Shld(Operand destination, Operand source, Operand count, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Shld::from, """
            0F A4 /r ib    SHLD r/m16|32|64, r16|32|64, imm8
            0F A5 /r       SHLD r/m16|32|64, r16|32|64, CL
            """);

    static Shld from(Fields f) {
        return new Shld(f.operand(0), f.operand(1), f.operand(2), f.size());
    }

    @Override
    public Effects effects() {
        return ShiftCount.ofDoubleShift(count, size);
    }

    @Override
    public void execute(X86Core cpu) {
        long value = destination.readForWrite(cpu);
        long incoming = source.read(cpu);
        int n = ShiftCount.masked(size, count.read(cpu));
        if (n == 0) {
            destination.write(cpu, value);
            return;
        }
        long result;
        long carry = 0;
        if (n <= size.bits()) {
            result = (value << n | incoming >>> (size.bits() - n)) & size.mask();
            carry = value >>> (size.bits() - n) & 1;
        } else {
            int places = n - size.bits();
            result = incoming << places | incoming >>> (size.bits() - places);
        }
        int overflow = n < size.bits() ? ShiftCount.overflowOfLeft(size, result, carry) : (int) carry << 11;
        destination.write(cpu, result);
        cpu.setStatusFlags(Rflags.signZeroParity(size, result) | Rflags.AF | (int) carry | overflow);
    }
}
