package ringside.cpu.x86.insn.data;

import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.segment.Virtual8086;

/** Who may change IF and IOPL. @sdm Vol.1 19.5.1, Vol.3A 20.2.7 */
final class FlagRights {
    private FlagRights() {}

    /** Whether IF may change: where the CPL is not above the IOPL, and always in real mode. */
    static boolean mayChangeInterruptFlag(X86Core cpu) {
        return !cpu.isProtected() || cpu.cpl() <= ioPrivilege(cpu);
    }

    /** Whether IOPL may change. */
    static boolean mayChangeIoPrivilege(X86Core cpu) {
        return cpu.cpl() == 0;
    }

    /** In virtual-8086 mode PUSHF and POPF need an IOPL of 3. */
    static void requireInVirtual8086(X86Core cpu) {
        Virtual8086.requireIoPrivilege(cpu);
    }

    private static int ioPrivilege(X86Core cpu) {
        return (cpu.rflags() & Rflags.IOPL) >>> Rflags.IOPL_SHIFT;
    }
}
