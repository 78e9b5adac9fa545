package ringside.cpu.x86.insn.system;

import ringside.cpu.x86.DescriptorTable;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.operand.Address;
import ringside.cpu.x86.system.ModelSpecificRegisters;

/**
 * The limit and base of GDTR or IDTR in memory: 16 and 32 bits, in 64-bit mode 16 and 64. @sdm Vol.3A 3.5.1
 *
 * @param limit where the limit lies
 * @param base where the base lies
 * @param size how many bits of base there are
 * @param loadMask how many of them a load takes: with an operand size of 16 bits only 24
 */
record TableMemory(Address limit, Address base, OperandSize size, long loadMask) {

    static TableMemory of(Fields f, Address address) {
        OperandSize size = f.is64() ? OperandSize.QUADWORD : OperandSize.DOUBLEWORD;
        boolean short24 = !f.is64() && f.operandSize() == OperandSize.WORD;
        return new TableMemory(address, address.plus(2), size, short24 ? 0xFF_FFFF : -1);
    }

    DescriptorTable load(X86Core cpu) {
        int newLimit = (int) cpu.load(OperandSize.WORD, limit.segment(), limit.offset(cpu));
        long newBase = cpu.load(size, base.segment(), base.offset(cpu)) & loadMask;
        return new DescriptorTable(ModelSpecificRegisters.canonical(newBase), newLimit);
    }

    /** Stores limit and base; nothing is stored if either place refuses. */
    void store(X86Core cpu, DescriptorTable table) {
        cpu.loadForStore(OperandSize.WORD, limit.segment(), limit.offset(cpu));
        cpu.store(size, base.segment(), base.offset(cpu), table.base());
        cpu.store(OperandSize.WORD, limit.segment(), limit.offset(cpu), table.limit());
    }
}
