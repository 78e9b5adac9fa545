package ringside.cpu.x86.operand;

import ringside.cpu.x86.X86Core;

/** A place in memory of another size than an integer's; the instruction knows its size, and asks for the address. */
public record BlockMemory(Address address) implements MemoryOperand {
    @Override
    public long read(X86Core cpu) {
        throw new IllegalStateException("not an integer");
    }

    @Override
    public void write(X86Core cpu, long value) {
        throw new IllegalStateException("not an integer");
    }
}
