package ringside.cpu.x86.operand;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;

/** Thirty-two bits of memory. */
public record DoublewordMemory(Address address) implements MemoryOperand {
    @Override
    public long read(X86Core cpu) {
        return cpu.load(OperandSize.DOUBLEWORD, address.segment(), address.offset(cpu));
    }

    @Override
    public long readForWrite(X86Core cpu) {
        return cpu.loadForStore(OperandSize.DOUBLEWORD, address.segment(), address.offset(cpu));
    }

    @Override
    public void write(X86Core cpu, long value) {
        cpu.store(OperandSize.DOUBLEWORD, address.segment(), address.offset(cpu), value);
    }
}
