package ringside.cpu.x86.insn.sse;

import ringside.cpu.x86.X86Core;

/** All of an XMM register. @sdm Vol.1 10.2.2 */
record XmmRegister(int n) implements VectorOperand {
    @Override
    public long low(X86Core cpu) {
        return cpu.sse().low(n);
    }

    @Override
    public long high(X86Core cpu) {
        return cpu.sse().high(n);
    }

    @Override
    public void write(X86Core cpu, long low, long high) {
        cpu.sse().set(n, low, high);
    }
}
