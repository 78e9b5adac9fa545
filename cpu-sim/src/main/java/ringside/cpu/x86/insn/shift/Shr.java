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
 * SHR: shifts to the right, zeros coming in; CF gets the last bit shifted out.
 *
 * <p>Where the manual leaves flags undefined they are what AMD processors give: AF is 1, OF is computed as for a count of
 * 1, and CF is 0 where the count exceeds the size. @sdm Vol.2B "SAL/SAR/SHL/SHR"
 */
record Shr(Operand destination, Operand count, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Shr::from, """
            D0 /5       SHR r/m8, 1
            D1 /5       SHR r/m16|32|64, 1
            D2 /5       SHR r/m8, CL
            D3 /5       SHR r/m16|32|64, CL
            C0 /5 ib    SHR r/m8, imm8
            C1 /5 ib    SHR r/m16|32|64, imm8
            """);

    static Shr from(Fields f) {
        return new Shr(f.operand(0), f.operand(1), f.size());
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
        long result = value >>> n;
        int carry = (int) (value >>> (n - 1)) & 1;
        destination.write(cpu, result);
        cpu.setStatusFlags(
                Rflags.signZeroParity(size, result) | Rflags.AF | carry | ShiftCount.overflowOfRight(size, result));
    }
}
