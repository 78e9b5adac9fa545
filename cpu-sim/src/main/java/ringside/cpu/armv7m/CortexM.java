package ringside.cpu.armv7m;

import ringside.cpu.armv7m.Arithmetic.Sum;

/**
 * The processor as instructions see it: registers, flags, memory, and what they may ask of the system.
 *
 * <p>Method names are the manual's. All methods are called by {@link ThumbInstruction#execute} from the step loop.
 */
public abstract class CortexM {
    /** The number of the stack pointer. */
    public static final int SP = 13;
    /** The number of the link register. */
    public static final int LR = 14;
    /** The number of the program counter. */
    public static final int PC = 15;

    /** R0 to R14, R13 being the active stack pointer; R[15] is the executing instruction's address plus 4. */
    protected final int[] r = new int[16];

    /** Where execution goes on after this instruction. */
    protected int nextPc;

    /** The condition flags, and the saturation flag. */
    protected boolean n;

    protected boolean z;
    protected boolean c;
    protected boolean v;
    protected boolean q;

    // ---- registers ----

    /** R[n]; R[15] reads as the address of this instruction plus 4. @arm B1.4.7 */
    public final int r(int n) {
        return r[n];
    }

    /** Writes R[d], d not 15. Bits 1:0 of the stack pointer are always 0. @arm B1.4.7 */
    public final void setR(int d, int value) {
        r[d] = d == SP ? value & ~3 : value;
    }

    /** APSR.N. */
    public final boolean negative() {
        return n;
    }

    /** APSR.Z. */
    public final boolean zero() {
        return z;
    }

    /** APSR.C. */
    public final boolean carry() {
        return c;
    }

    /** APSR.V. */
    public final boolean overflow() {
        return v;
    }

    /** Sets N and Z from a result. */
    public final void setNz(int result) {
        n = result < 0;
        z = result == 0;
    }

    /** Sets N and Z from a result, and C. V keeps its value. */
    public final void setNzc(int result, boolean carry) {
        setNz(result);
        c = carry;
    }

    /** Sets all four condition flags. */
    public final void setNzcv(Sum sum) {
        setNzc(sum.result(), sum.carry());
        v = sum.overflow();
    }

    /** Sets APSR.Q, which stays set. */
    public final void setSaturated() {
        q = true;
    }

    /** The ITSTATE bits. @arm A7.3.3 */
    public abstract int itState();

    /** Starts an IT block: {@code ITSTATE = firstcond:mask}. The step loop advances it after each instruction. */
    public abstract void setItState(int itState);

    // ---- branches. @arm A2.3.1 and B1.4.7 ----

    /** {@code BranchWritePC}, {@code BranchTo}: bit 0 is ignored. */
    public final void branchWritePc(int address) {
        nextPc = address & ~1;
    }

    /** {@code BXWritePC}: an EXC_RETURN value in Handler mode returns from the exception; else bit 0 becomes EPSR.T. */
    public abstract void bxWritePc(int address);

    /** {@code BLXWritePC}: as BXWritePC, without exception return. */
    public abstract void blxWritePc(int address);

    /** {@code LoadWritePC}. */
    public final void loadWritePc(int address) {
        bxWritePc(address);
    }

    /** {@code ALUWritePC}. */
    public final void aluWritePc(int address) {
        branchWritePc(address);
    }

    // ---- memory. Faults leave the instruction by InstructionAbandoned. @arm B2.3 ----

    /** {@code MemU[address, 4]}: may be unaligned unless CCR.UNALIGN_TRP. */
    public abstract int memU32(int address);

    /** {@code MemU[address, 2]}, zero-extended. */
    public abstract int memU16(int address);

    /** {@code MemU[address, 1]}, zero-extended. */
    public abstract int memU8(int address);

    /** {@code MemU[address, 4] = value}. */
    public abstract void setMemU32(int address, int value);

    /** {@code MemU[address, 2] = value<15:0>}. */
    public abstract void setMemU16(int address, int value);

    /** {@code MemU[address, 1] = value<7:0>}. */
    public abstract void setMemU8(int address, int value);

    /** {@code MemA[address, 4]}: an unaligned address is a UsageFault. */
    public abstract int memA32(int address);

    /** {@code MemA[address, 4] = value}. */
    public abstract void setMemA32(int address, int value);

    /** {@code MemA[address, 2]}: an unaligned address is a UsageFault. Zero-extended. */
    public abstract int memA16(int address);

    /** {@code MemA[address, 2] = value<15:0>}. */
    public abstract void setMemA16(int address, int value);

    /** {@code MemU_unpriv[address, size]}, zero-extended, size 1, 2 or 4: checked as for unprivileged code. */
    public abstract int memUUnpriv(int address, int size);

    /** {@code MemU_unpriv[address, size] = value}. */
    public abstract void setMemUUnpriv(int address, int size, int value);

    /** {@code SetExclusiveMonitors(address, size)}. @arm A3.4 */
    public abstract void setExclusiveMonitors(int address, int size);

    /** {@code ExclusiveMonitorsPass(address, size)}: whether a store-exclusive may write; it also closes the monitor. */
    public abstract boolean exclusiveMonitorsPass(int address, int size);

    /** {@code ClearExclusiveLocal}. */
    public abstract void clearExclusive();

    // ---- the system ----

    /** {@code CallSupervisor()}: makes SVCall pending, to be taken after this instruction, or escalates. */
    public abstract void callSupervisor(int immediate);

    /** {@code BKPTInstrDebugEvent()}: semihosting if the immediate is 0xAB, else a debug event without a debugger. */
    public abstract void breakpoint(int immediate);

    /** {@code WaitForInterrupt()}. */
    public abstract void waitForInterrupt();

    /** {@code if EventRegistered() then ClearEventRegister() else WaitForEvent()}. */
    public abstract void waitForEvent();

    /** {@code Hint_SendEvent()}. */
    public abstract void sendEvent();

    /** {@code CurrentModeIsPrivileged()}. */
    public abstract boolean isPrivileged();

    /** MRS: the special register with this SYSm number, as the current privilege reads it. @arm B5.2.2 */
    public abstract int readSpecial(int sysm);

    /** MSR: writes it, with the mask of APSR parts (bit 1: NZCVQ), as the current privilege may. @arm B5.2.3 */
    public abstract void writeSpecial(int sysm, int mask, int value);

    /** CPS: changes PRIMASK and FAULTMASK; no effect for unprivileged code. @arm B5.2.1 */
    public abstract void changeProcessorState(boolean disable, boolean primask, boolean faultmask);

    /** A UsageFault UNDEFINSTR. */
    public abstract InstructionAbandoned undefined();

    /** A UsageFault NOCP: a coprocessor that is not there or not enabled. */
    public abstract InstructionAbandoned noCoprocessor();

    /** Whether division by zero traps (CCR.DIV_0_TRP). */
    public abstract boolean integerZeroDivideTrappingEnabled();

    /** A UsageFault DIVBYZERO. */
    public abstract InstructionAbandoned generateIntegerZeroDivide();
}
