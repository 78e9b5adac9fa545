package ringside.cpu.x86.operand;

import ringside.cpu.x86.X86Core;

/** Bits 15:8 of RAX, RCX, RDX or RBX: AH, CH, DH, BH. @sdm Vol.1 3.4.1 */
public record HighByteRegister(int n) implements Operand {
    @Override
    public long read(X86Core cpu) {
        return cpu.gpr(n) >>> 8 & 0xFF;
    }

    @Override
    public void write(X86Core cpu, long value) {
        cpu.setGpr(n, cpu.gpr(n) & ~0xFF00L | (value & 0xFF) << 8);
    }
}
