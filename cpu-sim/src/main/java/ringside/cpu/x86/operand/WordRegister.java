package ringside.cpu.x86.operand;

import ringside.cpu.x86.X86Core;

/** The low sixteen bits of a general register; a write leaves the others. @sdm Vol.1 3.4.1 */
public record WordRegister(int n) implements Operand {
    @Override
    public long read(X86Core cpu) {
        return cpu.gpr(n) & 0xFFFF;
    }

    @Override
    public void write(X86Core cpu, long value) {
        cpu.setGpr(n, cpu.gpr(n) & ~0xFFFFL | value & 0xFFFF);
    }
}
