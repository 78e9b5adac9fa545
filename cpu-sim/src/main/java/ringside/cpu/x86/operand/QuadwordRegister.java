package ringside.cpu.x86.operand;

import ringside.cpu.x86.X86Core;

/** A whole general register. @sdm Vol.1 3.4.1 */
public record QuadwordRegister(int n) implements Operand {
    @Override
    public long read(X86Core cpu) {
        return cpu.gpr(n);
    }

    @Override
    public void write(X86Core cpu, long value) {
        cpu.setGpr(n, value);
    }
}
