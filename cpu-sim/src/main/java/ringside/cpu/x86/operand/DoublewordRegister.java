package ringside.cpu.x86.operand;

import ringside.cpu.x86.X86Core;

/** The low half of a general register; a write zeroes the upper half. @sdm Vol.1 3.4.1 */
public record DoublewordRegister(int n) implements Operand {
    @Override
    public long read(X86Core cpu) {
        return cpu.gpr(n) & 0xFFFF_FFFFL;
    }

    @Override
    public void write(X86Core cpu, long value) {
        cpu.setGpr(n, value & 0xFFFF_FFFFL);
    }
}
