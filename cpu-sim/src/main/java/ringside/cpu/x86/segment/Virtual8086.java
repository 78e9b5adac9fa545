package ringside.cpu.x86.segment;

import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SegmentRegister;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/**
 * Virtual-8086 mode: a task or procedure of protected mode that runs 16-bit code of an 8086 in ring 3. @sdm Vol.3B 20.2
 *
 * <p>It is entered by IRET in ring 0 and by a task switch, and left by interrupts and exceptions only. The extensions of
 * CR4.VME do not exist here.
 */
public final class Virtual8086 {
    /** Its ring. */
    public static final int CPL = 3;

    private static final long LIMIT = 0xFFFF;
    /** Present, DPL 3, data that may be written and has been accessed; for CS too. */
    private static final int ATTRIBUTES = 0xF300;

    private Virtual8086() {}

    /** Loads a segment register as the entry to the mode does. */
    public static void load(SegmentRegister register, int selector) {
        register.load(selector, (long) (selector & 0xFFFF) << 4, LIMIT, ATTRIBUTES);
    }

    /**
     * CLI, STI, PUSHF, POPF, INT n and IRET: in this mode only with an IOPL of 3. @sdm Vol.3B 20.2.7
     *
     * @throws X86Fault #GP(0)
     */
    public static void requireIoPrivilege(X86Core cpu) {
        if (cpu.isVirtual8086() && (cpu.rflags() & Rflags.IOPL) != Rflags.IOPL) {
            throw X86Fault.generalProtection(0);
        }
    }

    /** Makes the data segments null, as leaving the mode does. @sdm Vol.3B 20.3.1.1 */
    public static void dropSegments(X86Core cpu) {
        dropSegment(cpu.segment(X86Core.ES));
        dropSegment(cpu.segment(X86Core.DS));
        dropSegment(cpu.segment(X86Core.FS));
        dropSegment(cpu.segment(X86Core.GS));
    }

    private static void dropSegment(SegmentRegister register) {
        register.loadNull(0);
        register.setBase(0);
    }
}
