package ringside.cpu.x86.operand;

import ringside.cpu.x86.X86Core;

/**
 * An operand of an instruction: a register, a place in memory, or a number.
 *
 * <p>Implementations are records. Values are zero-extended from the operand's size to 64 bits.
 */
public interface Operand {

    /**
     * The value.
     *
     * @throws ringside.cpu.x86.X86Fault if memory refuses
     */
    long read(X86Core cpu);

    /** The value of an operand that will be written next: a place in memory refuses as it would refuse the write. */
    default long readForWrite(X86Core cpu) {
        return read(cpu);
    }

    /**
     * Writes the low bits of a value, as many as the operand has.
     *
     * @throws ringside.cpu.x86.X86Fault if memory refuses
     */
    void write(X86Core cpu, long value);
}
