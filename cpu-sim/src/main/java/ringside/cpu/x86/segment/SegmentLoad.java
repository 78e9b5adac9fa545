package ringside.cpu.x86.segment;

import ringside.cpu.x86.SegmentRegister;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** Loads ES, SS, DS, FS and GS, as MOV, POP and LDS and its like do. @sdm Vol.3A 5.6, 5.7, Vol.2B "MOV" */
public final class SegmentLoad {
    private static final int USER = 3;

    private SegmentLoad() {}

    /**
     * Loads a segment register.
     *
     * @param segment ES, SS, DS, FS or GS
     * @throws X86Fault #GP, #SS or #NP, and nothing has changed
     */
    public static void load(X86Core cpu, int segment, int selector) {
        if (cpu.is8086()) {
            cpu.segment(segment).loadReal(selector);
        } else if (segment == X86Core.SS) {
            loadStack(cpu, new Selector(selector));
        } else {
            loadData(cpu, cpu.segment(segment), new Selector(selector));
        }
    }

    private static void loadStack(X86Core cpu, Selector selector) {
        if (selector.isNull()) {
            if (!cpu.is64() || cpu.cpl() == USER || selector.rpl() != cpu.cpl()) {
                throw X86Fault.generalProtection(0);
            }
            cpu.segment(X86Core.SS).loadNull(selector.value());
            return;
        }
        Descriptor descriptor = stackSegment(cpu, selector, cpu.cpl(), X86Fault.GP, 0);
        descriptor.load(cpu.segment(X86Core.SS), selector);
    }

    /**
     * Checks a selector that is not null as that of the stack of a privilege level, and marks it as accessed.
     *
     * @param vector the exception for a bad selector: #GP, or #TS if it came from a TSS
     */
    static Descriptor stackSegment(X86Core cpu, Selector selector, int cpl, int vector, int external) {
        Descriptor descriptor = Descriptors.read(cpu, selector, vector, external);
        if (selector.rpl() != cpl || !descriptor.isWritable() || descriptor.dpl() != cpl) {
            throw X86Fault.of(vector, selector.errorCode() | external);
        }
        if (!descriptor.isPresent()) {
            throw X86Fault.of(X86Fault.SS, selector.errorCode() | external);
        }
        Descriptors.setAccessed(cpu, selector, descriptor);
        return descriptor;
    }

    private static void loadData(X86Core cpu, SegmentRegister register, Selector selector) {
        if (selector.isNull()) {
            register.loadNull(selector.value());
            register.setBase(0);
            return;
        }
        dataSegment(cpu, selector, X86Fault.GP).load(register, selector);
    }

    /** Checks a selector that is not null as one for data, and marks it as accessed. */
    static Descriptor dataSegment(X86Core cpu, Selector selector, int vector) {
        Descriptor descriptor = Descriptors.read(cpu, selector, vector, 0);
        int asking = Math.max(selector.rpl(), cpu.cpl());
        if (!descriptor.isReadable() || !descriptor.isConforming() && asking > descriptor.dpl()) {
            throw X86Fault.of(vector, selector.errorCode());
        }
        if (!descriptor.isPresent()) {
            throw X86Fault.of(X86Fault.NP, selector.errorCode());
        }
        Descriptors.setAccessed(cpu, selector, descriptor);
        return descriptor;
    }

    /**
     * Makes the data segments unusable that code of the present, less privileged level must not keep, after a return to
     * an outer ring. @sdm Vol.3A 5.8.6
     */
    public static void dropPrivileged(X86Core cpu) {
        dropPrivileged(cpu, X86Core.ES);
        dropPrivileged(cpu, X86Core.DS);
        dropPrivileged(cpu, X86Core.FS);
        dropPrivileged(cpu, X86Core.GS);
    }

    private static void dropPrivileged(X86Core cpu, int segment) {
        SegmentRegister register = cpu.segment(segment);
        if (register.isUsable() && !register.isConforming() && register.dpl() < cpu.cpl()) {
            register.loadNull(0);
        }
    }
}
