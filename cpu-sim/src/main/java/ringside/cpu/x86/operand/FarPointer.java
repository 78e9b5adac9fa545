package ringside.cpu.x86.operand;

import ringside.cpu.x86.X86Core;

/**
 * A selector and an offset in the instruction.
 *
 * @param selector sixteen bits
 * @param offset sixteen or thirty-two bits
 */
public record FarPointer(int selector, long offset) implements Operand {
    @Override
    public long read(X86Core cpu) {
        return offset;
    }

    @Override
    public void write(X86Core cpu, long value) {
        throw new IllegalStateException("an immediate cannot be written");
    }
}
