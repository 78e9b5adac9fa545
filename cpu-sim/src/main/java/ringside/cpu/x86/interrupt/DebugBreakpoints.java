package ringside.cpu.x86.interrupt;

import ringside.cpu.x86.HardwareBreakpoints;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/**
 * When #DB is raised, and what it leaves in DR6 and DR7. @sdm Vol.3B 17.2, 17.3
 *
 * <p>The step loop asks {@link #isArmed}; only if it says so it asks more around each instruction.
 */
public final class DebugBreakpoints {
    /** DR6.BD: an access to a debug register was about to happen. */
    public static final int DEBUG_REGISTER_ACCESS = 1 << 13;
    /** DR6.BS: single step. */
    public static final int SINGLE_STEP = 1 << 14;
    /** DR6.BT: a switch to a task whose TSS has its T bit set. */
    public static final int TASK_SWITCH = 1 << 15;
    /** DR6: one bit for each of the four breakpoints. */
    private static final int B0_TO_B3 = 0xF;
    /** DR7: accesses to debug registers raise #DB. */
    public static final int GENERAL_DETECT = 1 << 13;

    private final HardwareBreakpoints breakpoints;

    /** The breakpoints of a processor. */
    public DebugBreakpoints(X86Core cpu) {
        breakpoints = cpu.hardwareBreakpoints();
    }

    /** Whether DR7 enables a breakpoint of any kind. */
    public boolean isArmed() {
        return breakpoints.watchesCode() || breakpoints.watchesData() || breakpoints.watchesPorts();
    }

    /**
     * Looks for a breakpoint on the instruction at a linear address. Not to be asked while RF is set or behind MOV SS.
     *
     * @throws X86Fault #DB if there is one
     */
    public void requireNoInstructionBreakpoint(long linear) {
        int hits = breakpoints.hitsAt(linear);
        if (hits != 0) {
            throw X86Fault.debug(hits);
        }
    }

    /** The bits of DR6 for the data and ports that the last instruction accessed. */
    public int takeHits() {
        return breakpoints.takeHits();
    }

    /** Forgets what was hit. */
    public void reset() {
        breakpoints.takeHits();
    }

    /**
     * What entering #DB does to DR6 and DR7: of the breakpoints' bits only those of this exception remain, the other bits
     * are only ever set; GD is cleared so that the handler may use the registers.
     */
    static void record(X86Core cpu, long bits) {
        SystemRegisters system = cpu.system();
        system.dr6 = system.dr6 & ~B0_TO_B3 | bits;
        system.dr7 &= ~GENERAL_DETECT;
    }
}
