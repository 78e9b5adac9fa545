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
 * SHL, also called SAL: shifts to the left; CF gets the last bit shifted out.
 *
 * <p>Where the manual leaves flags undefined they are what AMD processors give: AF is 1, OF is computed as for a count of
 * 1, and CF is 0 where the count exceeds the size. Digit 6 is left out of Intel's opcode map; AMD's (Vol.3 Table A-6) has
 * it, and processors of both execute it. @sdm Vol.2B "SAL/SAR/SHL/SHR"
 */
record Shl(Operand destination, Operand count, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Shl::from, """
            D0 /4       SHL r/m8, 1
            D1 /4       SHL r/m16|32|64, 1
            D2 /4       SHL r/m8, CL
            D3 /4       SHL r/m16|32|64, CL
            C0 /4 ib    SHL r/m8, imm8
            C1 /4 ib    SHL r/m16|32|64, imm8
            D0 /6       SHL r/m8, 1
            D1 /6       SHL r/m16|32|64, 1
            D2 /6       SHL r/m8, CL
            D3 /6       SHL r/m16|32|64, CL
            C0 /6 ib    SHL r/m8, imm8
            C1 /6 ib    SHL r/m16|32|64, imm8
            """);

    static Shl from(Fields f) {
        return new Shl(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return ShiftCount.ofLogicalShift(count, size);
    }

    @Override
    public void execute(X86Core cpu) {
        long value = destination.readForWrite(cpu);
        int n = ShiftCount.masked(size, count.read(cpu));
        if (n == 0) {
            destination.write(cpu, value);
            return;
        }
        long result = value << n & size.mask();
        long carry = n <= size.bits() ? value >>> (size.bits() - n) & 1 : 0;
        destination.write(cpu, result);
        cpu.setStatusFlags(Rflags.signZeroParity(size, result)
                | Rflags.AF
                | (int) carry
                | ShiftCount.overflowOfLeft(size, result, carry));
    }
}
