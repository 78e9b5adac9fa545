package ringside.cpu.x86.segment;

import ringside.cpu.x86.SegmentRegister;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** The descriptors in the GDT and the LDT. @sdm Vol.3A 3.5.1 */
public final class Descriptors {
    private static final int BYTES = 8;
    private static final int TYPE_BYTE = 5;
    /** In the second half of a long system descriptor the place of a type, which must be 0 there. */
    private static final long SECOND_TYPE = 0x1F00L << 32;

    private Descriptors() {}

    /** Whether so many bytes at the selector are within its table. */
    private static boolean isWithin(X86Core cpu, Selector selector, int bytes) {
        int last = selector.offset() + bytes - 1;
        if (selector.isLocal()) {
            return cpu.ldtr().isUsable() && last <= cpu.ldtr().limit();
        }
        return last <= cpu.gdtr().limit();
    }

    private static long address(X86Core cpu, Selector selector) {
        long base = selector.isLocal() ? cpu.ldtr().base() : cpu.gdtr().base();
        return wrap(cpu, base + selector.offset());
    }

    /** A linear address of the processor's own accesses: of 32 bits outside long mode. */
    static long wrap(X86Core cpu, long linear) {
        return cpu.isLongMode() ? linear : linear & 0xFFFF_FFFFL;
    }

    /**
     * Reads a descriptor of eight bytes.
     *
     * @param vector the exception for a selector beyond its table
     * @param external the EXT bit of the error code
     */
    public static Descriptor read(X86Core cpu, Selector selector, int vector, int external) {
        if (!isWithin(cpu, selector, BYTES)) {
            throw X86Fault.of(vector, selector.errorCode() | external);
        }
        return new Descriptor(cpu.memory().loadSystem(address(cpu, selector), BYTES), 0);
    }

    /** Reads a descriptor, or gives null if the selector is null or beyond its table; as LAR and the like want it. */
    public static Descriptor readOrNull(X86Core cpu, Selector selector) {
        boolean there = !selector.isNull() && isWithin(cpu, selector, BYTES);
        return there ? read(cpu, selector, X86Fault.GP, 0) : null;
    }

    /**
     * Reads the rest of a system descriptor, which in long mode has sixteen bytes.
     *
     * @throws X86Fault of that vector if the rest is beyond the table or not what it must be
     */
    public static Descriptor widen(X86Core cpu, Selector selector, Descriptor descriptor, int vector) {
        if (!cpu.isLongMode()) {
            return descriptor;
        }
        if (!isWithin(cpu, selector, 2 * BYTES)) {
            throw X86Fault.of(vector, selector.errorCode());
        }
        long high = cpu.memory().loadSystem(address(cpu, selector) + BYTES, BYTES);
        if ((high & SECOND_TYPE) != 0) {
            throw X86Fault.of(vector, selector.errorCode());
        }
        return new Descriptor(descriptor.low(), high & 0xFFFF_FFFFL);
    }

    /** Sets the accessed bit of a code or data segment in memory. @sdm Vol.3A 3.4.5.1 */
    public static void setAccessed(X86Core cpu, Selector selector, Descriptor descriptor) {
        if ((descriptor.type() & SegmentRegister.ACCESSED) == 0) {
            storeType(cpu, selector, descriptor.type() | SegmentRegister.ACCESSED);
        }
    }

    /** Writes the type bits of a descriptor in memory, as for a TSS that becomes busy or available. */
    public static void storeType(X86Core cpu, Selector selector, int type) {
        long place = wrap(cpu, address(cpu, selector) + TYPE_BYTE);
        long octet = cpu.memory().loadSystem(place, 1);
        cpu.memory().storeSystem(place, 1, octet & 0xF0 | type);
    }
}
