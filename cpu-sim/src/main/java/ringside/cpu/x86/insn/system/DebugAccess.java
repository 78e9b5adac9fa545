package ringside.cpu.x86.insn.system;

import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.interrupt.DebugBreakpoints;

/** The checks that reads and writes of debug registers share. @sdm Vol.3B 17.2.2, 17.2.4 */
final class DebugAccess {
    private DebugAccess() {}

    /**
     * The register that a number stands for: DR4 and DR5 are DR6 and DR7, unless CR4.DE is set.
     *
     * @throws X86Fault #UD, #GP(0), or #DB while DR7.GD is set
     */
    static int register(X86Core cpu, int number) {
        boolean isAlias = number == 4 || number == 5;
        if (isAlias && (cpu.system().cr4 & SystemRegisters.CR4_DE) != 0) {
            throw X86Fault.undefinedOpcode();
        }
        Ring.requireInnermost(cpu);
        if ((cpu.system().dr7 & DebugBreakpoints.GENERAL_DETECT) != 0) {
            throw X86Fault.debug(DebugBreakpoints.DEBUG_REGISTER_ACCESS);
        }
        return isAlias ? number + 2 : number;
    }
}
