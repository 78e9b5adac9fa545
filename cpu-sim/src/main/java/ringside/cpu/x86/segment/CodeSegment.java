package ringside.cpu.x86.segment;

import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/**
 * A code segment that control is about to be transferred to. @sdm Vol.3A 5.8
 *
 * @param selector its selector
 * @param descriptor what it selects
 */
public record CodeSegment(Selector selector, Descriptor descriptor) {

    /**
     * Reads the descriptor and makes sure that it is one of code.
     *
     * @param external the EXT bit of error codes
     * @throws X86Fault #GP
     */
    public static CodeSegment read(X86Core cpu, Selector selector, int external) {
        if (selector.isNull()) {
            throw X86Fault.generalProtection(external);
        }
        Descriptor descriptor = Descriptors.read(cpu, selector, X86Fault.GP, external);
        CodeSegment code = new CodeSegment(selector, descriptor);
        code.require(descriptor.isCode(), external);
        return code;
    }

    /** Makes sure of something about the segment. */
    public void require(boolean condition, int external) {
        if (!condition) {
            throw X86Fault.generalProtection(selector.errorCode() | external);
        }
    }

    /** Makes sure that in long mode L and D are not both set, which is reserved. */
    public void requireDefinedSize(X86Core cpu) {
        require(!(cpu.isLongMode() && descriptor.isLongCode() && descriptor.isDefaultBig()), 0);
    }

    /** Makes sure that in long mode it is 64-bit code, as what gates lead to must be. */
    public void requireLongCode(X86Core cpu, int external) {
        boolean isLong = descriptor.isLongCode() && !descriptor.isDefaultBig();
        require(!cpu.isLongMode() || isLong, external);
    }

    /** Makes sure that it is present. */
    public void requirePresent(int external) {
        if (!descriptor.isPresent()) {
            throw X86Fault.of(X86Fault.NP, selector.errorCode() | external);
        }
    }

    /** Whether its code is 64-bit code. */
    public boolean is64(X86Core cpu) {
        return cpu.isLongMode() && descriptor.isLongCode();
    }

    /**
     * The offset of the first instruction, checked: canonical for 64-bit code, else cut off to 32 bits and within the
     * limit.
     *
     * @throws X86Fault #GP with only the EXT bit as error code
     */
    public long entry(X86Core cpu, long offset, int external) {
        if (is64(cpu)) {
            if (offset << 16 >> 16 != offset) {
                throw X86Fault.generalProtection(external);
            }
            return offset;
        }
        long cut = offset & 0xFFFF_FFFFL;
        if (cut > descriptor.limit()) {
            throw X86Fault.generalProtection(external);
        }
        return cut;
    }

    /** Marks the segment as accessed; the last thing that may fault. */
    public void touch(X86Core cpu) {
        Descriptors.setAccessed(cpu, selector, descriptor);
    }

    /** Loads CS; the selector's RPL becomes the privilege level, which the caller sets. */
    public void load(X86Core cpu, int cpl) {
        descriptor.load(cpu.segment(X86Core.CS), selector.withRpl(cpl));
    }
}
