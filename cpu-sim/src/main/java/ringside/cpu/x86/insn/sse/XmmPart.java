package ringside.cpu.x86.insn.sse;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.operand.NumberedRegister;
import ringside.cpu.x86.operand.Operand;

/** The lowest bits of an XMM register, as scalar instructions use it; a write leaves the others. @sdm Vol.1 10.4.1.1 */
record XmmPart(int n, OperandSize size) implements Operand {
    @Override
    public long read(X86Core cpu) {
        return size.zeroExtend(cpu.sse().low(n));
    }

    @Override
    public void write(X86Core cpu, long value) {
        cpu.sse().setLow(n, cpu.sse().low(n) & ~size.mask() | value & size.mask());
    }

    /** An operand of that size in an XMM register or in memory. */
    static Operand of(Fields f, int index, OperandSize size) {
        return f.operand(index) instanceof NumberedRegister register
                ? new XmmPart(register.n(), size)
                : f.operand(index);
    }
}
