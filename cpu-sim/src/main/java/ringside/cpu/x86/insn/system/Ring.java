package ringside.cpu.x86.insn.system;

import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** The privilege that system instructions need. @sdm Vol.3A 5.9 */
final class Ring {
    private Ring() {}

    /** #GP(0) outside ring 0. */
    static void requireInnermost(X86Core cpu) {
        if (cpu.cpl() != 0) {
            throw X86Fault.generalProtection(0);
        }
    }

    /** #GP(0) outside ring 0 while CR4.UMIP is set: SGDT, SIDT, SLDT, SMSW and STR would tell user code too much. */
    static void requireUserModeMayLook(X86Core cpu) {
        if (cpu.cpl() != 0 && (cpu.system().cr4 & SystemRegisters.CR4_UMIP) != 0) {
            throw X86Fault.generalProtection(0);
        }
    }
}
