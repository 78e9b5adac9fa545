package ringside.cpu.armv7m;

import java.util.Arrays;
import java.util.List;
import ringside.cpu.armv7m.exception.ExceptionNumber;
import ringside.cpu.armv7m.exception.NvicView;
import ringside.cpu.armv7m.mpu.MpuView;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.InterruptLine;
import ringside.cpu.bus.Width;
import ringside.cpu.machine.Processor;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.Sleep;
import ringside.cpu.machine.StopReason;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;
import ringside.cpu.view.DisassemblyView;
import ringside.cpu.view.RegistersView;

/**
 * A Cortex-M3: the step loop.
 *
 * <p>One step is: execute one instruction, count it, let the alarms that are due act, then take the exception that is to
 * be taken now. So the state at a mark shows the first instruction of a handler that was just entered. An instruction that
 * faults counts as one. WFI and WFE sleep within their own step: the clock skips from alarm to alarm until something wakes
 * the processor; if nothing does, it waits for input.
 *
 * <p>How it works: (1) {@link #advance} executes until something needs {@link #attention}. (2) {@link #settle} then does
 * what a step does after its instruction. (3) The loop never runs past the next alarm, so devices act at their exact
 * cycle.
 */
public final class CortexMProcessor extends CortexMFetch implements Processor {
    private static final int LONGEST_STRETCH = 1 << 20;

    private final Sleep sleep = new Sleep(clock, trace, this::isAwakened);
    private SemihostingHandler semihosting;
    private Runnable whenLockedUp = () -> {};
    private boolean running;
    private boolean halted;
    private int exitCode;

    /** Puts a processor on a bus. Call {@link #reset} when memory has been loaded. */
    public CortexMProcessor(
            Bus bus, Clock clock, TraceRing trace, ThumbDecoder decoder, CortexMConfiguration configuration) {
        super(new CortexMParts(bus, clock, trace, decoder, configuration));
    }

    // ---- wiring ----

    /** The line of an external interrupt, counted from 0. */
    public InterruptLine line(int irq) {
        return nvic.line(irq);
    }

    /** The line of the non-maskable interrupt. */
    public InterruptLine nonMaskableLine() {
        return nvic.nonMaskableLine();
    }

    /** The private peripherals, for a board that shows them on its bus at 0xE000_0000 for 1 MiB. */
    public Device privatePeripherals() {
        return privatePeripherals;
    }

    /** Sets what is done when the processor locks up: time stops then, and what devices are about to do never happens. */
    public void whenLockedUp(Runnable action) {
        whenLockedUp = action;
    }

    @Override
    final void lockedUpForGood() {
        whenLockedUp.run();
    }

    /** Sets who answers semihosting calls; without one they are plain breakpoints. */
    public void setSemihosting(SemihostingHandler handler) {
        semihosting = handler;
    }

    /** Who answers semihosting calls, or null. */
    public SemihostingHandler semihosting() {
        return semihosting;
    }

    // ---- the run ----

    @Override
    public StopReason run(RunBudget budget) {
        running = true;
        try {
            return runArmed(budget);
        } finally {
            running = false;
        }
    }

    private StopReason runArmed(RunBudget budget) {
        arm(budget);
        long end = clock.instructions() + Math.min(budget.instructions(), Long.MAX_VALUE - clock.instructions());
        stop = finalReason();
        if (stop == null && sleeping && budget.instructions() > 0) {
            wakeUp();
        }
        while (stop == null && clock.instructions() < end) {
            long limit = Math.min(end, clock.nextDueMark()) - clock.instructions();
            advance((int) Math.max(1, Math.min(limit, LONGEST_STRETCH)));
            if (attention || clock.isDue()) {
                settle();
            }
        }
        return stop != null ? stop : new StopReason.BudgetSpent();
    }

    private void arm(RunBudget budget) {
        runStart = clock.instructions();
        trace.watch(budget.stops().eventMask());
        if (watchpoints.watch(budget.stops().watchpoints())) {
            forgetPages();
        }
        setBreakpoints(budget.stops().breakpoints());
    }

    // ---- between instructions ----

    /** What a step does after its instruction. */
    private void settle() {
        attention = false;
        if (pendingReturn != 0) {
            int value = pendingReturn;
            pendingReturn = 0;
            exceptionReturn(value);
        }
        if (resetRequested) {
            systemReset();
        }
        clock.fireDue();
        if (sleeping) {
            sleep();
        }
        if (resetRequested) {
            systemReset();
        }
        if (!sleeping && !halted && lockedUp == null && nvic.isTakable()) {
            exceptionEntry();
        }
        setRegime(privileged, nvic.executionPriority() < 0);
        attention = false;
        stop = stopReason();
    }

    private void sleep() {
        if (sleep.untilAwakened(sleepsForEvent ? 1 : 0, () -> resetRequested)) {
            if (sleepsForEvent) {
                eventRegister = false;
            }
            sleeping = false;
        }
    }

    /** Whether what the sleep waits for is there. @arm B1.5.18, B1.5.19 */
    private boolean isAwakened() {
        return sleepsForEvent ? eventRegister || nvic.isTakable() : nvic.wakes();
    }

    private StopReason stopReason() {
        StopReason last = finalReason();
        if (last != null) {
            return last;
        }
        if (sleeping) {
            return new StopReason.WaitingForInput();
        }
        if (watchpoints.hit() != null) {
            return watchpoints.hit();
        }
        CpuEventKind seen = trace.seen();
        return seen != null ? new StopReason.EventSeen(seen) : stop;
    }

    private StopReason finalReason() {
        StopReason end = lockedUp != null ? new StopReason.LockedUp(lockedUp) : null;
        return halted ? new StopReason.Halted(exitCode) : end;
    }

    /** Goes on with a sleep that waits for input, if anything has happened since. */
    private void wakeUp() {
        if (sleep.stillWaits()) {
            stop = new StopReason.WaitingForInput();
        } else {
            settle();
        }
    }

    // ---- breakpoint instructions ----

    @Override
    public void breakpoint(int immediate) {
        if (immediate != 0xAB || semihosting == null) {
            throw debugEvent();
        }
        attention = true;
        SemihostingHandler.Reply reply = semihosting.call(r[0], r[1]);
        if (reply instanceof SemihostingHandler.Exit exit) {
            halt(exit.code());
        } else if (reply instanceof SemihostingHandler.Value value) {
            r[0] = value.r0();
            if (value.wroteMemory()) {
                memoryChanged();
            }
        }
    }

    /** Ends the machine after the present instruction, as an exit device does. */
    public void halt(int code) {
        halted = true;
        exitCode = code;
        attention = true;
    }

    // ---- reset ----

    private void systemReset() {
        for (Device device : bus.devices()) {
            device.reset();
        }
        resetNow();
    }

    /**
     * {@inheritDoc}
     *
     * <p>When a device asks for it in the middle of a run (a watchdog), it happens after the present instruction.
     */
    @Override
    public void reset() {
        if (running) {
            resetRequested();
        } else {
            resetNow();
        }
    }

    private void resetNow() {
        Arrays.fill(r, 0);
        r[LR] = -1;
        nvic.reset();
        scb.reset();
        faults.reset();
        sysTick.reset();
        mpu.reset();
        privatePeripherals.resetRegisters();
        if (semihosting != null) {
            semihosting.reset();
        }
        npriv = false;
        spsel = false;
        otherSp = 0;
        itState = 0;
        exclusive = false;
        eventRegister = false;
        sleeping = false;
        sleepsForEvent = false;
        sleep.reset();
        halted = false;
        exitCode = 0;
        lockedUp = null;
        pendingReturn = 0;
        resetRequested = false;
        writeFlags(0);
        setMode(0, false);
        takeResetVector();
        forgetPages();
    }

    private void takeResetVector() {
        try {
            r[SP] = readVector(0) & ~3;
            int vector = readVector(ExceptionNumber.RESET);
            thumb = (vector & 1) != 0;
            pc = vector & ~1;
        } catch (BusFault unreadable) {
            lockedUp = LockupDiagnosis.ofVector(ExceptionNumber.RESET, scb.vectorTable() + 4);
        }
    }

    // ---- views ----

    @Override
    public long programCounter() {
        return pc & 0xFFFF_FFFFL;
    }

    @Override
    public long physicalAddress(long address) {
        return address & 0xFFFF_FFFFL;
    }

    @Override
    public void memoryChanged() {
        codeCache.suspectAll();
        forgetPages();
    }

    /** The memory protection unit as it is. */
    public MpuView mpuView() {
        return mpu.view(privileged, nvic.executionPriority() < 0);
    }

    /** The exceptions as they are. */
    public NvicView nvicView() {
        return NvicView.read(nvic, faults, ipsr);
    }

    @Override
    public RegistersView registers() {
        return CoreRegisters.view(this);
    }

    @Override
    public DisassemblyView disassemble(long address, int count) {
        return new Disassembler(bus, decoder).from((int) address, count, (int) address == pc ? itState : 0);
    }

    @Override
    public List<String> registerNames() {
        return CoreRegisters.NAMES;
    }

    @Override
    public long readRegister(String name) {
        return CoreRegisters.read(this, name) & 0xFFFF_FFFFL;
    }

    @Override
    public void writeRegister(String name, long value) {
        CoreRegisters.write(this, name, (int) value);
    }

    // ---- state ----

    @Override
    public void save(StateWriter out) {
        CoreState.save(this, out);
        out.flag(halted);
        out.word(exitCode);
        sleep.save(out);
        out.flag(semihosting != null);
        if (semihosting != null) {
            semihosting.save(out);
        }
    }

    @Override
    public void restore(StateReader in) {
        CoreState.restore(this, in);
        halted = in.flag();
        exitCode = in.word();
        sleep.restore(in);
        if (in.flag() && semihosting != null) {
            semihosting.restore(in);
        }
        memoryChanged();
    }

    final int peekWord(int address) {
        return (int) bus.peek(address & 0xFFFF_FFFFL, Width.WORD);
    }
}
