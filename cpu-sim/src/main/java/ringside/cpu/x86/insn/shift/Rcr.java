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
 * RCR: rotates the operand with CF above it to the right.
 *
 * <p>Where the manual leaves OF undefined it is computed as for a count of 1, as on AMD processors.
 * @sdm Vol.2B "RCL/RCR/ROL/ROR"
 */
record Rcr(Operand destination, Operand count, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Rcr::from, """
            D0 /3       RCR r/m8, 1
            D1 /3       RCR r/m16|32|64, 1
            D2 /3       RCR r/m8, CL
            D3 /3       RCR r/m16|32|64, CL
            C0 /3 ib    RCR r/m8, imm8
            C1 /3 ib    RCR r/m16|32|64, imm8
            """);

    static Rcr from(Fields f) {
        return new Rcr(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return ShiftCount.ofRotation(count, size, Effects.reads("CF"));
    }

    @Override
    public void execute(X86Core cpu) {
        long value = destination.readForWrite(cpu);
        int n = ShiftCount.masked(size, count.read(cpu));
        if (n == 0) {
            destination.write(cpu, value);
            return;
        }
        int places = n % (size.bits() + 1);
        long carryIn = cpu.flag(Rflags.CF) ? 1 : 0;
        long result = value;
        long carry = carryIn;
        if (places != 0) {
            int rest = size.bits() - places;
            result = (value >>> places | carryIn << rest | value << 1 << rest) & size.mask();
            carry = value >>> (places - 1) & 1;
        }
        destination.write(cpu, result);
        cpu.setStatusFlags(Rflags.CF | Rflags.OF, (int) carry | ShiftCount.overflowOfRight(size, result));
    }
}
