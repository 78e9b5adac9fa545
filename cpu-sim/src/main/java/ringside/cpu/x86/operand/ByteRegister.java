package ringside.cpu.x86.operand;

import ringside.cpu.x86.X86Core;

/** The low eight bits of a general register: AL, CL, ... SPL ... R15B. @sdm Vol.1 3.4.1 */
public record ByteRegister(int n) implements Operand {
    @Override
    public long read(X86Core cpu) {
        return cpu.gpr(n) & 0xFF;
    }

    @Override
    public void write(X86Core cpu, long value) {
        cpu.setGpr(n, cpu.gpr(n) & ~0xFFL | value & 0xFF);
    }
}
