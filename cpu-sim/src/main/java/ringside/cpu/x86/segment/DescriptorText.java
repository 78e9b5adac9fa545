package ringside.cpu.x86.segment;

import ringside.cpu.x86.SegmentRegister;

/** Descriptors in words. @sdm Vol.3A Tables 3-1 and 3-2 */
final class DescriptorText {
    private DescriptorText() {}

    /** Whether a system descriptor has sixteen bytes in long mode. */
    static boolean isLong(Descriptor descriptor) {
        return switch (descriptor.type()) {
            case Descriptor.LDT, Descriptor.TSS_32, Descriptor.TSS_32 | Descriptor.BUSY, Descriptor.CALL_GATE_32 ->
                true;
            default -> false;
        };
    }

    static String kind(Descriptor descriptor, boolean longMode) {
        if (descriptor.low() == 0 && descriptor.high() == 0) {
            return "null";
        }
        if (descriptor.isSystem()) {
            return system(descriptor.type(), longMode);
        }
        return descriptor.isCode() ? code(descriptor) : data(descriptor);
    }

    private static String code(Descriptor descriptor) {
        String bits = descriptor.isLongCode() ? "64-bit" : descriptor.isDefaultBig() ? "32-bit" : "16-bit";
        boolean readable = (descriptor.type() & SegmentRegister.WRITABLE_OR_READABLE) != 0;
        return bits + " code"
                + (readable ? ", readable" : ", execute only")
                + (descriptor.isConforming() ? ", conforming" : "")
                + accessed(descriptor);
    }

    private static String data(Descriptor descriptor) {
        boolean down = (descriptor.type() & SegmentRegister.EXPAND_DOWN_OR_CONFORMING) != 0;
        return "data"
                + (descriptor.isWritable() ? ", writable" : ", read only")
                + (down ? ", expands down" : "")
                + accessed(descriptor);
    }

    private static String accessed(Descriptor descriptor) {
        return (descriptor.type() & SegmentRegister.ACCESSED) != 0 ? ", accessed" : "";
    }

    private static String system(int type, boolean longMode) {
        String wide = longMode ? "64-bit " : "32-bit ";
        return switch (type) {
            case Descriptor.LDT -> "LDT";
            case Descriptor.TSS_32 -> wide + "TSS, available";
            case Descriptor.TSS_32 | Descriptor.BUSY -> wide + "TSS, busy";
            case Descriptor.CALL_GATE_32 -> wide + "call gate";
            case Descriptor.INTERRUPT_GATE_32 -> wide + "interrupt gate";
            case Descriptor.TRAP_GATE_32 -> wide + "trap gate";
            default -> longMode ? "reserved type " + type : legacy(type);
        };
    }

    private static String legacy(int type) {
        return switch (type) {
            case Descriptor.TSS_16 -> "16-bit TSS, available";
            case Descriptor.TSS_16 | Descriptor.BUSY -> "16-bit TSS, busy";
            case Descriptor.CALL_GATE_16 -> "16-bit call gate";
            case Descriptor.TASK_GATE -> "task gate";
            case Descriptor.INTERRUPT_GATE_16 -> "16-bit interrupt gate";
            case Descriptor.TRAP_GATE_16 -> "16-bit trap gate";
            default -> "reserved type " + type;
        };
    }

    /** Base and limit of a segment, the target of a gate. */
    static String details(Descriptor descriptor) {
        if (descriptor.low() == 0 && descriptor.high() == 0) {
            return "";
        }
        boolean isGate = descriptor.isSystem() && (descriptor.type() & 4) != 0;
        if (isGate) {
            return "to " + Integer.toHexString(descriptor.gateSelector().value()) + ":"
                    + Long.toHexString(descriptor.gateOffset());
        }
        return "base " + Long.toHexString(descriptor.base()) + ", limit " + Long.toHexString(descriptor.limit());
    }
}
