package ringside.cpu.armv7m;

import ringside.cpu.armv7m.exception.FaultStatus;
import ringside.cpu.armv7m.exception.Nvic;
import ringside.cpu.armv7m.exception.SysTick;
import ringside.cpu.armv7m.exception.SystemControlBlock;
import ringside.cpu.armv7m.exception.SystemSignals;
import ringside.cpu.armv7m.mpu.Mpu;
import ringside.cpu.bus.Width;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;

/** Modes, special registers, masks, the event register and the exclusive monitor. @arm B1.4, B5.2, A3.4 */
abstract class CortexMSystem extends CortexMMemory implements SystemSignals {
    static final int PRIVATE_PERIPHERALS = 0xE000_0000;
    private static final int STIR = 0xE000_EF00;
    private static final int IPSR_MASK = 0x1FF;

    final Clock clock;
    final TraceRing trace;
    final Nvic nvic;
    final FaultStatus faults = new FaultStatus();
    final SystemControlBlock scb;
    final SysTick sysTick;
    final PrivatePeripherals privatePeripherals;

    /** The address of the next instruction. */
    int pc;
    /** IPSR: the exception whose handler runs; 0 is Thread mode. */
    int ipsr;
    /** CONTROL.nPRIV: Thread mode is unprivileged. */
    boolean npriv;
    /** CONTROL.SPSEL: Thread mode is on the process stack. Always false in Handler mode. */
    boolean spsel;
    /** The stack pointer that R13 is not. */
    int otherSp;
    /** EPSR.T. */
    boolean thumb;

    int itState;
    /** The local exclusive monitor is open. A Cortex-M3 remembers no address: it tags all of memory. */
    boolean exclusive;

    boolean eventRegister;
    boolean sleeping;
    /** WFE rather than WFI. */
    boolean sleepsForEvent;

    boolean resetRequested;

    CortexMSystem(CortexMParts parts) {
        super(parts.bus(), new Mpu(parts.configuration().mpuRegions()), parts.configuration());
        CortexMConfiguration configuration = parts.configuration();
        clock = parts.clock();
        trace = parts.trace();
        nvic = new Nvic(configuration.irqCount(), configuration.priorityBits(), this);
        scb = new SystemControlBlock(nvic, faults, this);
        sysTick = new SysTick(clock, nvic, configuration.sysTickDivider(), configuration.sysTickCalibration());
        privatePeripherals = new PrivatePeripherals(nvic, scb, sysTick, mpu, clock, trace);
    }

    // ---- signals ----

    @Override
    public final void pended(int number) {
        if (scb != null && scb.sendsEventOnPend()) {
            eventRegister = true;
        }
        if (trace.wants(CpuEventKind.INTERRUPT_PEND)
                && ringside.cpu.armv7m.exception.ExceptionNumber.isAsynchronous(number)) {
            trace.add(clock.instructions(), CpuEventKind.INTERRUPT_PEND, number, 0, 0, 0);
        }
    }

    @Override
    public final void prioritiesChanged() {
        attention = true;
    }

    @Override
    public final void resetRequested() {
        resetRequested = true;
        attention = true;
    }

    // ---- private peripherals ----

    @Override
    final int loadPrivate(int address, Width width) {
        return privatePeripherals.load(address - PRIVATE_PERIPHERALS, width);
    }

    @Override
    final void storePrivate(int address, Width width, int value) {
        privatePeripherals.store(address - PRIVATE_PERIPHERALS, width, value);
        if (Mpu.hasRegister(address - 0xE000_ED90)) {
            forgetPages();
        }
    }

    @Override
    final boolean permitsUnprivilegedStore(int address) {
        return address == STIR && (scb.configuration() & SystemControlBlock.USERSETMPEND) != 0;
    }

    @Override
    final boolean trapsUnaligned() {
        return (scb.configuration() & SystemControlBlock.UNALIGN_TRP) != 0;
    }

    @Override
    final boolean ignoresBusFaults() {
        return negativePriority && (scb.configuration() & SystemControlBlock.BFHFNMIGN) != 0;
    }

    @Override
    public final boolean integerZeroDivideTrappingEnabled() {
        return (scb.configuration() & SystemControlBlock.DIV_0_TRP) != 0;
    }

    // ---- modes and stacks ----

    @Override
    public final boolean isPrivileged() {
        return privileged;
    }

    /** Enters a mode: Handler mode for a number, Thread mode for 0, there on the process stack or not. */
    final void setMode(int exception, boolean processStack) {
        ipsr = exception;
        scb.setCurrent(exception);
        selectStack(exception == 0 && processStack);
        setRegime(exception != 0 || !npriv, nvic.executionPriority() < 0);
        attention = true;
    }

    private void selectStack(boolean process) {
        if (process != spsel) {
            int active = r[SP];
            r[SP] = otherSp;
            otherSp = active;
            spsel = process;
        }
    }

    final int msp() {
        return spsel ? otherSp : r[SP];
    }

    final int psp() {
        return spsel ? r[SP] : otherSp;
    }

    final void setMsp(int value) {
        if (spsel) {
            otherSp = value & ~3;
        } else {
            r[SP] = value & ~3;
        }
    }

    final void setPsp(int value) {
        if (spsel) {
            r[SP] = value & ~3;
        } else {
            otherSp = value & ~3;
        }
    }

    final int control() {
        return (npriv ? 1 : 0) | (spsel ? 2 : 0);
    }

    final void setControl(int value) {
        int before = control();
        npriv = (value & 1) != 0;
        setMode(ipsr, (value & 2) != 0);
        if (control() != before && trace.wants(CpuEventKind.MODE_CHANGE)) {
            trace.add(clock.instructions(), CpuEventKind.MODE_CHANGE, before, control(), 0, 0);
        }
    }

    // ---- program status ----

    final int readApsr() {
        return (n ? 1 << 31 : 0) | (z ? 1 << 30 : 0) | (c ? 1 << 29 : 0) | (v ? 1 << 28 : 0) | (q ? 1 << 27 : 0);
    }

    final int readXpsr() {
        int epsr = (itState & 3) << 25 | (itState & 0xFC) << 8 | (thumb ? 1 << 24 : 0);
        return readApsr() | epsr | ipsr;
    }

    final void writeFlags(int psr) {
        n = psr < 0;
        z = (psr & 1 << 30) != 0;
        c = (psr & 1 << 29) != 0;
        v = (psr & 1 << 28) != 0;
        q = (psr & 1 << 27) != 0;
    }

    /** Writes all of xPSR, as a debugger does; the exception number chooses the mode. */
    final void writeXpsr(int psr) {
        writeFlags(psr);
        thumb = (psr & 1 << 24) != 0;
        itState = psr >>> 25 & 3 | psr >>> 8 & 0xFC;
        setMode(psr & IPSR_MASK, spsel);
    }

    @Override
    public final int itState() {
        return itState;
    }

    @Override
    public final void setItState(int value) {
        itState = value;
    }

    @Override
    public final void blxWritePc(int address) {
        thumb = (address & 1) != 0;
        attention |= !thumb;
        branchWritePc(address);
    }

    // ---- MRS, MSR, CPS ----

    @Override
    public final int readSpecial(int sysm) {
        if (sysm < 8) {
            return ((sysm & 1) != 0 ? ipsr : 0) | ((sysm & 4) == 0 ? readApsr() : 0);
        }
        if (sysm == SpecialRegister.CONTROL) {
            return control();
        }
        if (!privileged) {
            return 0;
        }
        return switch (sysm) {
            case SpecialRegister.MSP -> msp();
            case SpecialRegister.PSP -> psp();
            case SpecialRegister.PRIMASK -> nvic.primask() ? 1 : 0;
            case SpecialRegister.BASEPRI, SpecialRegister.BASEPRI_MAX -> nvic.basepri();
            case SpecialRegister.FAULTMASK -> nvic.faultmask() ? 1 : 0;
            default -> 0;
        };
    }

    @Override
    public final void writeSpecial(int sysm, int mask, int value) {
        if (sysm < 8) {
            if ((sysm & 4) == 0 && (mask & 2) != 0) {
                writeFlags(value);
            }
        } else if (privileged) {
            writePrivilegedSpecial(sysm, value);
        }
    }

    private void writePrivilegedSpecial(int sysm, int value) {
        switch (sysm) {
            case SpecialRegister.MSP -> setMsp(value);
            case SpecialRegister.PSP -> setPsp(value);
            case SpecialRegister.PRIMASK -> nvic.setPrimask((value & 1) != 0);
            case SpecialRegister.BASEPRI -> nvic.setBasepri(value & 0xFF);
            case SpecialRegister.BASEPRI_MAX -> raiseBasepri(value & nvic.priorityMask());
            case SpecialRegister.FAULTMASK -> setFaultmask((value & 1) != 0);
            case SpecialRegister.CONTROL -> setControl(value);
            default -> {}
        }
    }

    private void raiseBasepri(int value) {
        if (value != 0 && (value < nvic.basepri() || nvic.basepri() == 0)) {
            nvic.setBasepri(value);
        }
    }

    private void setFaultmask(boolean value) {
        if (!value || nvic.executionPriority() > -1) {
            nvic.setFaultmask(value);
        }
    }

    @Override
    public final void changeProcessorState(boolean disable, boolean primask, boolean faultmask) {
        if (privileged) {
            if (primask) {
                nvic.setPrimask(disable);
            }
            if (faultmask) {
                setFaultmask(disable);
            }
        }
    }

    // ---- hints ----

    @Override
    public final void waitForInterrupt() {
        sleeping = true;
        sleepsForEvent = false;
        attention = true;
    }

    @Override
    public final void waitForEvent() {
        if (eventRegister) {
            eventRegister = false;
        } else {
            sleeping = true;
            sleepsForEvent = true;
            attention = true;
        }
    }

    @Override
    public final void sendEvent() {
        eventRegister = true;
    }

    // ---- exclusive accesses ----

    @Override
    public final void setExclusiveMonitors(int address, int size) {
        exclusive = true;
    }

    @Override
    public final boolean exclusiveMonitorsPass(int address, int size) {
        if ((address & size - 1) != 0) {
            throw unalignedFault();
        }
        boolean passed = exclusive;
        exclusive = false;
        return passed;
    }

    @Override
    public final void clearExclusive() {
        exclusive = false;
    }
}
