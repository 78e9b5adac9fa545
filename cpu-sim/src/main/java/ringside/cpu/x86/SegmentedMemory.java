package ringside.cpu.x86;

/** The checks of segmentation outside 64-bit mode. @sdm Vol.3A 5.3, 5.4, 5.5 */
final class SegmentedMemory {
    private final X86Core cpu;

    SegmentedMemory(X86Core cpu) {
        this.cpu = cpu;
    }

    /**
     * The linear address.
     *
     * @throws X86Fault #SS(0) for the stack segment, #GP(0) for the others
     */
    long linear(int segment, long offset, int bytes, MemoryAccess access) {
        SegmentRegister register = cpu.segment(segment);
        if (!register.isUsable() || !permits(register, access) || !isWithin(register, offset, bytes)) {
            throw X86Fault.of(segment == X86Core.SS ? X86Fault.SS : X86Fault.GP, 0);
        }
        return register.base() + offset & 0xFFFF_FFFFL;
    }

    private boolean permits(SegmentRegister register, MemoryAccess access) {
        if (!cpu.isProtected()) {
            return true;
        }
        return switch (access) {
            case READ -> register.isReadable();
            case WRITE -> register.isWritable();
            case EXECUTE -> true;
        };
    }

    private static boolean isWithin(SegmentRegister register, long offset, int bytes) {
        long last = offset + bytes - 1;
        if (register.isExpandDown()) {
            long top = register.isDefaultBig() ? 0xFFFF_FFFFL : 0xFFFF;
            return offset > register.limit() && last <= top;
        }
        return last <= register.limit();
    }
}
