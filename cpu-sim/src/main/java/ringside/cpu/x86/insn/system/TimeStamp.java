package ringside.cpu.x86.insn.system;

import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** Who may read the time-stamp counter. @sdm Vol.3B 17.17 */
final class TimeStamp {
    private TimeStamp() {}

    static void requireReadable(X86Core cpu) {
        if (cpu.cpl() != 0 && (cpu.system().cr4 & SystemRegisters.CR4_TSD) != 0) {
            throw X86Fault.generalProtection(0);
        }
    }
}
