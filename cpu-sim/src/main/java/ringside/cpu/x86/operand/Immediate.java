package ringside.cpu.x86.operand;

import ringside.cpu.x86.X86Core;

/** A number in the instruction, extended as the form says. */
public record Immediate(long value) implements Operand {
    @Override
    public long read(X86Core cpu) {
        return value;
    }

    @Override
    public void write(X86Core cpu, long ignored) {
        throw new IllegalStateException("an immediate cannot be written");
    }
}
