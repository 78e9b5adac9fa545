package ringside.cpu.x86.insn.far;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.operand.Address;

/**
 * A far pointer in memory: the offset, and behind it the selector. @sdm Vol.1 4.3
 *
 * @param address where the offset lies
 * @param behind where the selector lies
 * @param size the size of the offset
 */
record FarMemory(Address address, Address behind, OperandSize size) {

    static FarMemory of(Address address, OperandSize size) {
        return new FarMemory(address, address.plus(size.bytes()), size);
    }

    long offset(X86Core cpu) {
        return cpu.load(size, address.segment(), address.offset(cpu));
    }

    int selector(X86Core cpu) {
        return (int) cpu.load(OperandSize.WORD, behind.segment(), behind.offset(cpu));
    }
}
