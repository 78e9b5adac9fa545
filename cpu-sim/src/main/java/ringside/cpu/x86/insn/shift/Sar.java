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
 * SAR: shifts to the right, copies of the sign coming in; CF gets the last bit shifted out.
 *
 * <p>Where the manual leaves flags undefined they are what AMD processors give: AF is 1, OF is 0 for all counts.
 * @sdm Vol.2B "SAL/SAR/SHL/SHR"
 */
record Sar(Operand destination, Operand count, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Sar::from, """
            D0 /7       SAR r/m8, 1
            D1 /7       SAR r/m16|32|64, 1
            D2 /7       SAR r/m8, CL
            D3 /7       SAR r/m16|32|64, CL
            C0 /7 ib    SAR r/m8, imm8
            C1 /7 ib    SAR r/m16|32|64, imm8
            """);

    static Sar from(Fields f) {
        return new Sar(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return ShiftCount.ofShift(count, size);
    }

    @Override
    public void execute(X86Core cpu) {
        long value = destination.readForWrite(cpu);
        int n = ShiftCount.masked(size, count.read(cpu));
        if (n == 0) {
            destination.write(cpu, value);
            return;
        }
        long before = size.signExtend(value);
        long result = before >> n;
        int carry = (int) (before >> (n - 1)) & 1;
        destination.write(cpu, result);
        cpu.setStatusFlags(Rflags.signZeroParity(size, result) | Rflags.AF | carry);
    }
}
