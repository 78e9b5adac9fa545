package ringside.cpu.x86.insn.sse;

import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.operand.NumberedRegister;
import ringside.cpu.x86.operand.Operand;

/** An MMX register, which is the significand of an x87 register. @sdm Vol.1 9.2.2 */
record MmxRegister(int n) implements Operand {
    @Override
    public long read(X86Core cpu) {
        return cpu.x87().significand(n);
    }

    @Override
    public void write(X86Core cpu, long value) {
        cpu.x87().setMmx(n, value);
    }

    /** An operand in an MMX register or in memory. */
    static Operand of(Fields f, int index) {
        return f.operand(index) instanceof NumberedRegister register ? new MmxRegister(register.n()) : f.operand(index);
    }
}
