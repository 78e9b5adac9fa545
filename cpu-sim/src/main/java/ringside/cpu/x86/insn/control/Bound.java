package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;
import ringside.cpu.x86.operand.Operand;

/** BOUND: #BR if a signed index is not between the two bounds in memory. @sdm Vol.2A "BOUND" */
record Bound(Operand index, Address bounds, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Bound::from, """
            62 /r    BOUND r16|32, m16&16|32&32    N64
            """);

    static Bound from(Fields f) {
        return new Bound(f.operand(0), f.address(1), f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        long value = size.signExtend(index.read(cpu));
        long offset = bounds.offset(cpu);
        long lower = size.signExtend(cpu.load(size, bounds.segment(), offset));
        long upper = size.signExtend(
                cpu.load(size, bounds.segment(), bounds.plus(size.bytes()).offset(cpu)));
        if (value < lower || value > upper) {
            throw X86Fault.of(X86Fault.BR);
        }
    }
}
