package ringside.cpu.x86.insn.sse;

import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.operand.NumberedRegister;

/** An operand of 128 bits: an XMM register, or memory that must be aligned or need not be. @sdm Vol.1 10.4.6.1 */
interface VectorOperand {

    /** Bits 63:0. Reading them first makes sure that the rest can be read too. */
    long low(X86Core cpu);

    /** Bits 127:64. */
    long high(X86Core cpu);

    /** Writes all of it, or faults before the first byte. */
    void write(X86Core cpu, long low, long high);

    /** An operand whose place in memory must be aligned, as it must for most instructions. */
    static VectorOperand aligned(Fields f, int index) {
        return f.operand(index) instanceof NumberedRegister register
                ? new XmmRegister(register.n())
                : new VectorMemory(f.address(index), true);
    }

    /** An operand whose place in memory need not be aligned. */
    static VectorOperand unaligned(Fields f, int index) {
        return f.operand(index) instanceof NumberedRegister register
                ? new XmmRegister(register.n())
                : new VectorMemory(f.address(index), false);
    }
}
