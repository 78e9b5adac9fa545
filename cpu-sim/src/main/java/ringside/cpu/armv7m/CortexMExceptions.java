package ringside.cpu.armv7m;

import static ringside.cpu.armv7m.exception.ExceptionNumber.BUS_FAULT;
import static ringside.cpu.armv7m.exception.ExceptionNumber.HARD_FAULT;
import static ringside.cpu.armv7m.exception.ExceptionNumber.MEM_MANAGE;
import static ringside.cpu.armv7m.exception.ExceptionNumber.NMI;
import static ringside.cpu.armv7m.exception.ExceptionNumber.USAGE_FAULT;

import ringside.cpu.armv7m.exception.ExceptionNumber;
import ringside.cpu.armv7m.exception.FaultStatus;
import ringside.cpu.armv7m.exception.SystemControlBlock;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;
import ringside.cpu.trace.CpuEventKind;

/**
 * Faults, exception entry and exception return. @arm B1.5.6 to B1.5.9, B1.5.13 to B1.5.15
 *
 * <p>Methods follow the manual's pseudocode and its names. Exceptions are taken between instructions; so an interrupt that
 * arrives while an instruction executes is seen after it, and late arrival (a better exception replacing one whose entry
 * has begun) happens only when the entry itself faults.
 */
abstract class CortexMExceptions extends CortexMSystem {
    private static final int FRAME_BYTES = 32;
    private static final int FRAME_PC = 24;
    private static final int FRAME_XPSR = 28;
    private static final int PSR_ALIGNED = 1 << 9;

    /** Why the processor is locked up, or null. */
    String lockedUp;
    /** The EXC_RETURN value of an instruction that has just returned from an exception, or 0. */
    int pendingReturn;

    CortexMExceptions(CortexMParts parts) {
        super(parts);
    }

    // ---- faults ----

    @Override
    final InstructionAbandoned dataFault(long refusal, int address) {
        if (refusal == MEM_MANAGE_REFUSED) {
            faults.raiseMemManage(FaultStatus.DACCVIOL, address);
            return fault(MEM_MANAGE, FaultStatus.DACCVIOL | FaultStatus.MMARVALID, address);
        }
        faults.raiseBusFault(FaultStatus.PRECISERR, address);
        return fault(BUS_FAULT, FaultStatus.PRECISERR | FaultStatus.BFARVALID, address);
    }

    @Override
    final InstructionAbandoned unalignedFault() {
        return usageFault(FaultStatus.UNALIGNED);
    }

    final InstructionAbandoned usageFault(int bits) {
        faults.raise(bits);
        return fault(USAGE_FAULT, bits, 0);
    }

    /** An instruction could not be fetched. */
    final InstructionAbandoned fetchFault(int number, int bits, int address) {
        faults.raise(bits);
        return fault(number, bits, address);
    }

    @Override
    public final InstructionAbandoned undefined() {
        return usageFault(FaultStatus.UNDEFINSTR);
    }

    @Override
    public final InstructionAbandoned noCoprocessor() {
        return usageFault(FaultStatus.NOCP);
    }

    @Override
    public final InstructionAbandoned generateIntegerZeroDivide() {
        return usageFault(FaultStatus.DIVBYZERO);
    }

    private InstructionAbandoned fault(int number, int bits, int address) {
        int taken = pendSynchronous(number, bits, address);
        tellFault(taken, bits, address);
        return InstructionAbandoned.INSTANCE;
    }

    private void tellFault(int number, int bits, int address) {
        attention = true;
        if (trace.wants(CpuEventKind.FAULT)) {
            long at = r[PC] - 4 & 0xFFFF_FFFFL;
            trace.add(
                    clock.instructions(), CpuEventKind.FAULT, number, bits & 0xFFFF_FFFFL, address & 0xFFFF_FFFFL, at);
        }
    }

    /** Makes an exception of the present instruction pending, or escalates it. Returns what became of it. @arm B1.5.14 */
    final int pendSynchronous(int number, int bits, int address) {
        if (nvic.isEnabled(number) && nvic.groupPriority(number) < nvic.executionPriority()) {
            nvic.setPending(number);
            return number;
        }
        return pendHardFault(FaultStatus.FORCED, number, bits, address);
    }

    /** Makes HardFault pending, or locks up. */
    private int pendHardFault(int hfsrBits, int cause, int bits, int address) {
        faults.raiseHard(hfsrBits);
        if (nvic.executionPriority() <= -1) {
            lockUp(LockupDiagnosis.of(cause, bits, address, r[PC] - 4, ipsr, nvic.faultmask()));
        } else {
            nvic.setPending(HARD_FAULT);
        }
        return HARD_FAULT;
    }

    private void lockUp(String diagnosis) {
        lockedUp = diagnosis;
        attention = true;
        lockedUpForGood();
    }

    /** The processor has stopped for good. */
    abstract void lockedUpForGood();

    @Override
    public final void callSupervisor(int immediate) {
        pendSynchronous(ExceptionNumber.SV_CALL, 0, 0);
        attention = true;
    }

    /** A breakpoint instruction without a debugger, DebugMonitor being off. @arm C1.6.1 */
    final InstructionAbandoned debugEvent() {
        faults.raiseDebug(FaultStatus.DFSR_BKPT);
        int taken = pendHardFault(FaultStatus.DEBUGEVT, ExceptionNumber.DEBUG_MONITOR, 0, 0);
        tellFault(taken, 0, 0);
        return InstructionAbandoned.INSTANCE;
    }

    // ---- entry ----

    /** {@code ExceptionEntry()}: takes the best pending exception, returning to {@code pc} later. @arm B1.5.6 */
    final void exceptionEntry() {
        int stackPointer = r[SP];
        boolean fromPrivileged = privileged;
        int returnAddress = pc;
        int excReturn = ipsr != 0
                ? ExceptionReturn.TO_HANDLER
                : spsel ? ExceptionReturn.TO_THREAD_ON_PSP : ExceptionReturn.TO_THREAD_ON_MSP;
        pushStack(returnAddress);
        if (lockedUp == null) {
            exceptionTaken(excReturn, returnAddress, stackPointer, fromPrivileged);
        }
    }

    /** {@code PushStack()}. A fault in it makes a derived exception pending; the entry goes on. */
    private void pushStack(int returnAddress) {
        boolean align = (r[SP] & 4) != 0 && (scb.configuration() & SystemControlBlock.STKALIGN) != 0;
        int psr = readXpsr() & ~PSR_ALIGNED | (align ? PSR_ALIGNED : 0);
        int frame = (r[SP] - FRAME_BYTES) & (align ? ~4 : ~0);
        r[SP] = frame;
        int[] words = {r[0], r[1], r[2], r[3], r[12], r[LR], returnAddress, psr};
        for (int i = 0; i < words.length; i++) {
            long refusal = tryStore(frame + 4 * i, Width.WORD, words[i], privileged);
            if (refusal < 0) {
                derivedFault(refusal, FaultStatus.MSTKERR, FaultStatus.STKERR);
                return;
            }
        }
    }

    private void derivedFault(long refusal, int memManageBit, int busBit) {
        boolean memManage = refusal == MEM_MANAGE_REFUSED;
        int bits = memManage ? memManageBit : busBit;
        faults.raise(bits);
        int taken = pendSynchronous(memManage ? MEM_MANAGE : BUS_FAULT, bits, 0);
        tellFault(taken, bits, 0);
    }

    /** {@code ExceptionTaken()}: enters the handler of the best pending exception. */
    private void exceptionTaken(int excReturn, int returnAddress, int stackPointer, boolean fromPrivileged) {
        int vector;
        int number = nvic.bestPending();
        try {
            vector = readVector(number);
        } catch (BusFault unreadable) {
            faults.raiseHard(FaultStatus.VECTTBL);
            if (number == HARD_FAULT || number == NMI) {
                lockUp(LockupDiagnosis.ofVector(number, scb.vectorTable() + 4 * number));
                return;
            }
            nvic.setPending(HARD_FAULT);
            exceptionTaken(excReturn, returnAddress, stackPointer, fromPrivileged);
            return;
        }
        enterHandler(number, vector, excReturn);
        if (trace.wants(CpuEventKind.EXCEPTION_ENTRY)) {
            trace.add(
                    clock.instructions(),
                    CpuEventKind.EXCEPTION_ENTRY,
                    number,
                    returnAddress & 0xFFFF_FFFFL,
                    stackPointer & 0xFFFF_FFFFL,
                    fromPrivileged ? 1 : 0);
        }
    }

    final int readVector(int number) {
        return (int) bus.load(scb.vectorTable() + 4L * number & 0xFFFF_FFFFL, Width.WORD);
    }

    private void enterHandler(int number, int vector, int excReturn) {
        nvic.activate(number);
        setMode(number, false);
        r[LR] = excReturn;
        thumb = (vector & 1) != 0;
        pc = vector & ~1;
        itState = 0;
        exclusive = false;
        eventRegister = true;
    }

    // ---- return ----

    /** {@code ExceptionReturn()}. @arm B1.5.8 */
    final void exceptionReturn(int value) {
        int returning = ipsr;
        int activations = nvic.activeCount();
        boolean wasActive = nvic.isActive(returning);
        boolean legal = wasActive && ExceptionReturn.isLegal(value) && returnsWhereItMay(value, activations);
        deactivate(returning);
        if (!legal) {
            invalidReturn(value, returning);
            return;
        }
        if (nvic.isTakable()) {
            tailChain(value, returning);
            return;
        }
        unstack(value, returning);
    }

    /** The second half of {@code ExceptionReturn()}: back to what was interrupted, if its frame can be read. */
    private void unstack(int value, int returning) {
        boolean toHandler = ExceptionReturn.toHandler(value);
        boolean onProcessStack = ExceptionReturn.onProcessStack(value);
        int frame = onProcessStack ? psp() : msp();
        int[] words = new int[FRAME_BYTES / 4];
        long refusal = readFrame(frame, words, toHandler || !npriv);
        int popped = words[FRAME_XPSR / 4] & 0x1FF;
        if (refusal < 0) {
            derivedFault(refusal, FaultStatus.MUNSTKERR, FaultStatus.UNSTKERR);
            tailChain(value, returning);
        } else if (toHandler != (popped != 0)) {
            invalidReturn(value, returning);
        } else {
            popStack(words, frame, popped, onProcessStack);
            if (trace.wants(CpuEventKind.EXCEPTION_RETURN)) {
                tellReturn(returning, pc, value, false);
            }
            if (!toHandler && nvic.activeCount() == 0 && scb.sleepsOnExit()) {
                waitForInterrupt();
            }
        }
    }

    /** Reads the words of a frame with the privilege of the code to return to. Returns 0, or a refusal. */
    private long readFrame(int frame, int[] words, boolean asPrivileged) {
        boolean nowNegative = nvic.executionPriority() < 0;
        setRegime(asPrivileged, nowNegative);
        long refusal = 0;
        for (int i = 0; i < words.length && refusal == 0; i++) {
            long word = tryLoad(frame + 4 * i, Width.WORD, asPrivileged);
            refusal = Math.min(word, 0);
            words[i] = (int) word;
        }
        setRegime(true, nowNegative);
        return refusal;
    }

    /** A return to Thread mode must end the last active exception, unless CCR.NONBASETHRDENA. */
    private boolean returnsWhereItMay(int value, int activations) {
        return ExceptionReturn.toHandler(value)
                || activations == 1
                || (scb.configuration() & SystemControlBlock.NONBASETHRDENA) != 0;
    }

    /** {@code DeActivate()}: FAULTMASK falls too, but at the return from NMI. */
    private void deactivate(int number) {
        nvic.deactivate(number);
        if (number != NMI) {
            nvic.setFaultmask(false);
        }
    }

    private void invalidReturn(int value, int returning) {
        faults.raise(FaultStatus.INVPC);
        int taken = pendSynchronous(USAGE_FAULT, FaultStatus.INVPC, 0);
        tellFault(taken, FaultStatus.INVPC, 0);
        tailChain(0xF000_0000 | value & 0x0FFF_FFFF, returning);
    }

    /** Goes from the end of one handler to the next without unstacking: the frame stays as it is. */
    private void tailChain(int excReturn, int returning) {
        if (lockedUp != null) {
            return;
        }
        int frame = ExceptionReturn.onProcessStack(excReturn) ? psp() : msp();
        int returnAddress = stackedPc(frame);
        if (trace.wants(CpuEventKind.EXCEPTION_RETURN)) {
            tellReturn(returning, returnAddress, excReturn, true);
        }
        boolean fromPrivileged = ExceptionReturn.toHandler(excReturn) || !npriv;
        exceptionTaken(excReturn, returnAddress, frame, fromPrivileged);
    }

    private int stackedPc(int frame) {
        try {
            return (int) bus.peek(frame + FRAME_PC & 0xFFFF_FFFFL, Width.WORD);
        } catch (BusFault nothing) {
            return 0;
        }
    }

    private void popStack(int[] words, int frame, int popped, boolean onProcessStack) {
        int psr = words[FRAME_XPSR / 4];
        boolean aligned = (psr & PSR_ALIGNED) != 0 && (scb.configuration() & SystemControlBlock.STKALIGN) != 0;
        r[0] = words[0];
        r[1] = words[1];
        r[2] = words[2];
        r[3] = words[3];
        r[12] = words[4];
        r[LR] = words[5];
        pc = words[FRAME_PC / 4] & ~1;
        int sp = frame + FRAME_BYTES | (aligned ? 4 : 0);
        if (onProcessStack) {
            setPsp(sp);
        } else {
            setMsp(sp);
        }
        setMode(popped, onProcessStack);
        writeFlags(psr);
        thumb = (psr >>> 24 & 1) != 0;
        itState = psr >>> 25 & 3 | psr >>> 8 & 0xFC;
        exclusive = false;
        eventRegister = true;
    }

    private void tellReturn(int number, int address, int value, boolean chained) {
        trace.add(
                clock.instructions(),
                CpuEventKind.EXCEPTION_RETURN,
                number,
                address & 0xFFFF_FFFFL,
                value & 0xFFFF_FFFFL,
                chained ? 1 : 0);
    }

    // ---- branches that may return ----

    @Override
    public final void bxWritePc(int address) {
        if (ipsr != 0 && ExceptionReturn.isReturn(address)) {
            pendingReturn = address;
            attention = true;
        } else {
            blxWritePc(address);
        }
    }
}
