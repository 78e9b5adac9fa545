package ringside.cpu.x86.segment;

import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** Loads LDTR and TR. @sdm Vol.3A 2.4.2, 2.4.4, Vol.2A "LLDT", "LTR" */
public final class SystemSegments {
    private SystemSegments() {}

    /**
     * LLDT. A null selector makes the LDT unusable.
     *
     * @throws X86Fault #GP or #NP
     */
    public static void loadLdt(X86Core cpu, Selector selector) {
        if (selector.isNull()) {
            cpu.ldtr().loadNull(selector.value());
            return;
        }
        loadDescriptor(cpu, selector, Descriptor.LDT).load(cpu.ldtr(), selector);
    }

    /**
     * LTR. The TSS becomes busy, in memory and in TR.
     *
     * @throws X86Fault #GP or #NP
     */
    public static void loadTask(X86Core cpu, Selector selector) {
        if (selector.isNull()) {
            throw X86Fault.generalProtection(0);
        }
        Descriptor descriptor = loadDescriptor(cpu, selector, Descriptor.TSS_32);
        int busy = descriptor.type() | Descriptor.BUSY;
        Descriptors.storeType(cpu, selector, busy);
        descriptor.load(cpu.tr(), selector);
        cpu.tr().setType(busy);
    }

    /** Reads a system descriptor of a type; outside long mode a TSS may have 16 bits too. */
    private static Descriptor loadDescriptor(X86Core cpu, Selector selector, int type) {
        if (selector.isLocal()) {
            throw X86Fault.generalProtection(selector.errorCode());
        }
        Descriptor narrow = Descriptors.read(cpu, selector, X86Fault.GP, 0);
        boolean isTss16 = type == Descriptor.TSS_32 && narrow.type() == Descriptor.TSS_16 && !cpu.isLongMode();
        if (!narrow.isSystem() || narrow.type() != type && !isTss16) {
            throw X86Fault.generalProtection(selector.errorCode());
        }
        if (!narrow.isPresent()) {
            throw X86Fault.of(X86Fault.NP, selector.errorCode());
        }
        Descriptor descriptor = Descriptors.widen(cpu, selector, narrow, X86Fault.GP);
        if (descriptor.base() << 16 >> 16 != descriptor.base()) {
            throw X86Fault.generalProtection(selector.errorCode());
        }
        return descriptor;
    }
}
