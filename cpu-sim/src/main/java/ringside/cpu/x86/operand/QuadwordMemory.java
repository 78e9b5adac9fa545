package ringside.cpu.x86.operand;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;

/** Sixty-four bits of memory. */
public record QuadwordMemory(Address address) implements MemoryOperand {
    @Override
    public long read(X86Core cpu) {
        return cpu.load(OperandSize.QUADWORD, address.segment(), address.offset(cpu));
    }

    @Override
    public long readForWrite(X86Core cpu) {
        return cpu.loadForStore(OperandSize.QUADWORD, address.segment(), address.offset(cpu));
    }

    @Override
    public void write(X86Core cpu, long value) {
        cpu.store(OperandSize.QUADWORD, address.segment(), address.offset(cpu), value);
    }
}
