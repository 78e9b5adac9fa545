package ringside.cpu.x86.insn.sse;

import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.operand.Operand;

/** The upper half of an XMM register. @sdm Vol.1 10.2.2 */
record XmmHigh(int n) implements Operand {
    @Override
    public long read(X86Core cpu) {
        return cpu.sse().high(n);
    }

    @Override
    public void write(X86Core cpu, long value) {
        cpu.sse().setHigh(n, value);
    }
}
