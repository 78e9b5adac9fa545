package ringside.cpu.x86.insn.arithmetic;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;

/**
 * The accumulator of twice the operand size that MUL, IMUL, DIV and IDIV use: AX for bytes, else rDX with rAX, of which
 * rDX is the upper half. @sdm Vol.2A "DIV" Table 3-15
 */
final class Accumulator {
    private Accumulator() {}

    /** The lower half, zero-extended. */
    static long low(X86Core cpu, OperandSize size) {
        return cpu.gpr(X86Core.RAX) & size.mask();
    }

    /** The upper half, zero-extended. */
    static long high(X86Core cpu, OperandSize size) {
        return size == OperandSize.BYTE ? cpu.gpr(X86Core.RAX) >>> 8 & 0xFF : cpu.gpr(X86Core.RDX) & size.mask();
    }

    /** Writes both halves, of which the bits beyond the size do not count. */
    static void write(X86Core cpu, OperandSize size, long high, long low) {
        if (size == OperandSize.BYTE) {
            writeRegister(cpu, OperandSize.WORD, X86Core.RAX, (high & 0xFF) << 8 | low & 0xFF);
        } else {
            writeRegister(cpu, size, X86Core.RAX, low);
            writeRegister(cpu, size, X86Core.RDX, high);
        }
    }

    /** Writes the part of a general register that has a size; 32 bits clear the upper half. @sdm Vol.1 3.4.1.1 */
    static void writeRegister(X86Core cpu, OperandSize size, int n, long value) {
        long kept = size.bits() < 32 ? cpu.gpr(n) & ~size.mask() : 0;
        cpu.setGpr(n, kept | value & size.mask());
    }
}
