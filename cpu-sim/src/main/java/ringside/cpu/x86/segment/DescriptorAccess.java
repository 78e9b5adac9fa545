package ringside.cpu.x86.segment;

import ringside.cpu.x86.X86Core;

/** What code may find out about descriptors without loading them. @sdm Vol.3A 5.10 */
public final class DescriptorAccess {
    private DescriptorAccess() {}

    /** The descriptor whose access rights LAR may tell, or null. @sdm Vol.2A "LAR" */
    public static Descriptor forRights(X86Core cpu, Selector selector) {
        return visible(cpu, selector, true);
    }

    /** The descriptor whose limit LSL may tell, or null: gates have none. @sdm Vol.2A "LSL" */
    public static Descriptor forLimit(X86Core cpu, Selector selector) {
        return visible(cpu, selector, false);
    }

    private static Descriptor visible(X86Core cpu, Selector selector, boolean withGates) {
        Descriptor descriptor = Descriptors.readOrNull(cpu, selector);
        if (descriptor == null || !isPrivileged(cpu, selector, descriptor)) {
            return null;
        }
        return descriptor.isSystem() && !isKnown(cpu, descriptor.type(), withGates) ? null : descriptor;
    }

    /** Conforming code is visible to all. */
    private static boolean isPrivileged(X86Core cpu, Selector selector, Descriptor descriptor) {
        return descriptor.isConforming() || Math.max(cpu.cpl(), selector.rpl()) <= descriptor.dpl();
    }

    private static boolean isKnown(X86Core cpu, int type, boolean withGates) {
        return switch (type) {
            case Descriptor.LDT, Descriptor.TSS_32, Descriptor.TSS_32 | Descriptor.BUSY -> true;
            case Descriptor.TSS_16, Descriptor.TSS_16 | Descriptor.BUSY -> !cpu.isLongMode();
            case Descriptor.CALL_GATE_32 -> withGates;
            case Descriptor.CALL_GATE_16, Descriptor.TASK_GATE -> withGates && !cpu.isLongMode();
            default -> false;
        };
    }

    /** Whether a segment could be read. @sdm Vol.2B "VERR/VERW" */
    public static boolean isReadable(X86Core cpu, Selector selector) {
        Descriptor descriptor = Descriptors.readOrNull(cpu, selector);
        return descriptor != null && descriptor.isReadable() && isPrivileged(cpu, selector, descriptor);
    }

    /** Whether a segment could be written. */
    public static boolean isWritable(X86Core cpu, Selector selector) {
        Descriptor descriptor = Descriptors.readOrNull(cpu, selector);
        return descriptor != null && descriptor.isWritable() && isPrivileged(cpu, selector, descriptor);
    }
}
