package ringside.cpu.x86.operand;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;

/**
 * The effective address of an operand in memory. @sdm Vol.1 3.7.5
 *
 * @param segment the number of the segment register
 * @param base the number of a general register, {@link X86Core#NONE} or {@link X86Core#RIP}
 * @param index the number of a general register or {@link X86Core#NONE}
 * @param scaleShift 0 to 3: the index counts 1, 2, 4 or 8 times
 * @param displacement sign-extended
 * @param size the address size, to which the sum is cut off
 */
public record Address(int segment, int base, int index, int scaleShift, long displacement, OperandSize size) {

    /** The offset in the segment. */
    public long offset(X86Core cpu) {
        long start = base == X86Core.RIP ? cpu.nextRip() : cpu.gpr(base);
        return start + (cpu.gpr(index) << scaleShift) + displacement & size.mask();
    }

    /** The same address, so many bytes on. */
    public Address plus(long bytes) {
        return new Address(segment, base, index, scaleShift, displacement + bytes, size);
    }
}
