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
 * ROR: rotates to the right; CF gets the bit that came round last.
 *
 * <p>Where the manual leaves OF undefined it is computed as for a count of 1, as on AMD processors.
 * @sdm Vol.2B "RCL/RCR/ROL/ROR"
 */
record Ror(Operand destination, Operand count, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Ror::from, """
            D0 /1       ROR r/m8, 1
            D1 /1       ROR r/m16|32|64, 1
            D2 /1       ROR r/m8, CL
            D3 /1       ROR r/m16|32|64, CL
            C0 /1 ib    ROR r/m8, imm8
            C1 /1 ib    ROR r/m16|32|64, imm8
            """);

    static Ror from(Fields f) {
        return new Ror(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return ShiftCount.ofRotation(count, size, Effects.NONE);
    }

    @Override
    public void execute(X86Core cpu) {
        long value = destination.readForWrite(cpu);
        int n = ShiftCount.masked(size, count.read(cpu));
        if (n == 0) {
            destination.write(cpu, value);
            return;
        }
        int places = n & size.bits() - 1;
        long result = (value >>> places | value << (size.bits() - places)) & size.mask();
        int carry = size.isNegative(result) ? Rflags.CF : 0;
        destination.write(cpu, result);
        cpu.setStatusFlags(Rflags.CF | Rflags.OF, carry | ShiftCount.overflowOfRight(size, result));
    }
}
