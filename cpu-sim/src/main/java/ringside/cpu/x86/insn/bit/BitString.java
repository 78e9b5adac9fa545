package ringside.cpu.x86.insn.bit;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.operand.Address;
import ringside.cpu.x86.operand.Immediate;
import ringside.cpu.x86.operand.MemoryOperand;
import ringside.cpu.x86.operand.Operand;

/**
 * The bits that BT, BTS, BTR and BTC choose from, and the chosen one.
 *
 * <p>A register, or memory with a number as offset, is as many bits as the operand has, and the offset counts modulo that.
 * Memory with an offset in a register goes on without end in both directions: the signed offset leads first to an element
 * of the operand size, then to a bit in it. @sdm Vol.2A 3.1.1.9, "BT"
 */
record BitString(Operand base, Operand offset, OperandSize size) {

    static BitString from(Fields f) {
        return new BitString(f.operand(0), f.operand(1), f.size());
    }

    /** The number of the chosen bit in its element. */
    int bit(X86Core cpu) {
        return (int) offset.read(cpu) & size.bits() - 1;
    }

    /** The element in which the chosen bit lies. */
    long read(X86Core cpu) {
        return isEndless() ? cpu.load(size, address().segment(), place(cpu)) : base.read(cpu);
    }

    /** The element in which the chosen bit lies, to be written next. */
    long readForWrite(X86Core cpu) {
        return isEndless() ? cpu.loadForStore(size, address().segment(), place(cpu)) : base.readForWrite(cpu);
    }

    /** Writes the element. */
    void write(X86Core cpu, long value) {
        if (isEndless()) {
            cpu.store(size, address().segment(), place(cpu), value);
        } else {
            base.write(cpu, value);
        }
    }

    private boolean isEndless() {
        return base instanceof MemoryOperand && !(offset instanceof Immediate);
    }

    private Address address() {
        return ((MemoryOperand) base).address();
    }

    /** Where the element lies. */
    private long place(X86Core cpu) {
        long elements = size.signExtend(offset.read(cpu)) >> Integer.numberOfTrailingZeros(size.bits());
        return address().offset(cpu) + elements * size.bytes()
                & address().size().mask();
    }
}
