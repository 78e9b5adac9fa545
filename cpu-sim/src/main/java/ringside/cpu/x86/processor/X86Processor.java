package ringside.cpu.x86.processor;

import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Device;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.Sleep;
import ringside.cpu.machine.StopReason;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;
import ringside.cpu.x86.InstructionDecoder;
import ringside.cpu.x86.InstructionText;
import ringside.cpu.x86.InterruptShadow;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.UnimplementedEncodingException;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.interrupt.DebugBreakpoints;
import ringside.cpu.x86.interrupt.InterruptDelivery;

/**
 * An x86-64 processor: the step loop.
 *
 * <p>One step is: execute one instruction, count it, let the alarms that are due act, then take the trap or interrupt that
 * is to be taken now. So the state at a mark shows the first instruction of a handler that was just entered. An instruction
 * that faults counts as one. HLT sleeps within its own step: the clock skips from alarm to alarm until an interrupt wakes
 * the processor; if none comes, it waits for input.
 *
 * <p>How it works: (1) {@link #advance} executes until something needs attention. (2) {@link #settle} then does what a
 * step does after its instruction. (3) While the trap flag, the resume flag, an interrupt shadow or a debug register is
 * in play, {@link #stepCarefully} executes single instructions, so that the fast loop knows nothing of them. (4) The loop
 * never runs past the next alarm, so devices act at their exact cycle.
 *
 * <p>@sdm Vol.3A 6.9 has the order in which exceptions and interrupts between two instructions are taken.
 */
public final class X86Processor extends X86Shown {
    private static final long LONGEST_STRETCH = 1 << 20;
    private static final int SLEEPS_BY_HLT = 2;
    private static final long BOOT_PROCESSOR = 1 << 8;

    private final DebugBreakpoints debug = new DebugBreakpoints(this);
    private final Sleep sleep;
    private boolean sleeping;
    private boolean nmiPending;
    private boolean resetRequested;
    private boolean initRequested;
    private boolean running;
    private final FinalStop finalStop = new FinalStop();
    private Runnable systemReset = () -> memory().bus().devices().forEach(Device::reset);

    /** Puts a processor on a bus. Call {@link #reset} when memory has been loaded. */
    public X86Processor(Bus bus, Clock clock, TraceRing trace, InstructionDecoder decoder, InstructionText text) {
        super(bus, clock, trace, decoder, text);
        sleep = new Sleep(clock, trace, this::isAwakened);
    }

    // ---- wiring ----

    /** A non-maskable interrupt arrives. */
    public void signalNonMaskable() {
        nmiPending = true;
        requestAttention();
    }

    /** An INIT arrives: after the present instruction the processor begins anew at its reset vector. */
    public void signalInitialize() {
        initRequested = true;
        requestAttention();
    }

    /** Says what a device's reset does after that of the processor. Without it, the devices on the bus are reset. */
    public void connectSystemReset(Runnable action) {
        systemReset = action;
    }

    /** Ends the machine after the present instruction, as an exit device does. */
    public void finish(int code) {
        finalStop.end(code);
        requestAttention();
    }

    @Override
    public void shutdown(String why) {
        finalStop.shutDown(why);
        requestAttention();
    }

    @Override
    public void halt() {
        sleeping = true;
        requestAttention();
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
        long now = clock().instructions();
        long end = now + Math.min(budget.instructions(), Long.MAX_VALUE - now);
        stop = finalStop.reason();
        if (stop == null && sleeping && budget.instructions() > 0) {
            wakeUp();
        }
        // Input that came between two runs may have an interrupt wait.
        boolean mustLook = attention;
        while (stop == null && clock().instructions() < end) {
            long limit = Math.min(end, clock().nextDueMark()) - clock().instructions();
            execute(mustLook ? 1 : Math.max(1, Math.min(limit, LONGEST_STRETCH)));
            if (mustLook || attention || clock().isDue()) {
                settle();
            }
            mustLook = false;
        }
        return stop != null ? stop : new StopReason.BudgetSpent();
    }

    private void arm(RunBudget budget) {
        runStart = clock().instructions();
        trace().watch(budget.stops().eventMask());
        if (memory().watched().watch(budget.stops().watchpoints())) {
            memory().forgetAll();
        }
        setBreakpoints(budget.stops().breakpoints());
    }

    private void execute(long instructions) {
        try {
            if (isCareful()) {
                stepCarefully();
            } else {
                advance(instructions);
            }
        } catch (X86Fault fault) {
            singleStepping = false;
            shadow = InterruptShadow.NONE;
            nextRip = rip;
            InterruptDelivery.exception(this, fault);
            rip = nextRip;
            clock().retire();
            attention = true;
        } catch (UnimplementedEncodingException missing) {
            stop = new StopReason.UnimplementedEncoding(codeAddress(rip), bytesAt(rip));
        }
    }

    // ---- one instruction at a time ----

    private boolean isCareful() {
        return (rflags & (Rflags.TF | Rflags.RF)) != 0 || shadow != InterruptShadow.NONE || debug.isArmed();
    }

    private void stepCarefully() {
        boolean resumes = (rflags & Rflags.RF) != 0;
        if (debug.isArmed() && !resumes && shadow != InterruptShadow.MOV_SS) {
            debug.requireNoInstructionBreakpoint(codeAddress(rip));
        }
        InterruptShadow before = shadow;
        shadow = InterruptShadow.NONE;
        rflags &= ~Rflags.RF;
        singleStepping = (rflags & Rflags.TF) != 0;
        long mark = clock().instructions();
        try {
            advance(1);
        } catch (X86Fault fault) {
            rflags |= resumes ? Rflags.RF : 0;
            throw fault;
        }
        if (clock().instructions() == mark) {
            shadow = before;
            rflags |= resumes ? Rflags.RF : 0;
        }
        attention = true;
    }

    // ---- between instructions ----

    /** What a step does after its instruction. */
    private void settle() {
        attention = false;
        clock().fireDue();
        beginAnew();
        if (sleeping && sleep.untilAwakened(SLEEPS_BY_HLT, this::isInterrupted)) {
            sleeping = false;
        }
        beginAnew();
        if (!sleeping && finalStop.reason() == null && stop == null) {
            takeTrapOrInterrupt();
        }
        attention = false;
        stop = stopReason();
    }

    private void takeTrapOrInterrupt() {
        if (shadow == InterruptShadow.MOV_SS) {
            singleStepping = false;
            return;
        }
        int hits = debug.takeHits() | (singleStepping ? DebugBreakpoints.SINGLE_STEP : 0);
        singleStepping = false;
        if (hits != 0) {
            deliver(() -> InterruptDelivery.debugTrap(this, hits));
        }
        if (nmiPending && !nmiBlocked) {
            nmiPending = false;
            nmiBlocked = true;
            deliver(() -> InterruptDelivery.nonMaskable(this));
        } else if (shadow == InterruptShadow.NONE && isInterruptible()) {
            int vector = localInterrupts().acknowledge();
            deliver(() -> InterruptDelivery.external(this, vector));
        }
    }

    private void deliver(Runnable delivery) {
        nextRip = rip;
        delivery.run();
        rip = nextRip;
    }

    private boolean isInterruptible() {
        return (rflags & Rflags.IF) != 0 && localInterrupts().isPending();
    }

    private boolean isAwakened() {
        return nmiPending && !nmiBlocked || isInterruptible();
    }

    private StopReason stopReason() {
        StopReason last = finalStop.reason();
        if (last != null) {
            return last;
        }
        if (sleeping) {
            return new StopReason.WaitingForInput();
        }
        if (memory().watched().hit() != null) {
            return memory().watched().hit();
        }
        CpuEventKind seen = trace().seen();
        return seen != null ? new StopReason.EventSeen(seen) : stop;
    }

    /** Goes on with a sleep that waits for input, if anything has happened since. */
    private void wakeUp() {
        if (sleep.stillWaits()) {
            stop = new StopReason.WaitingForInput();
        } else {
            settle();
        }
    }

    // ---- reset ----

    private boolean isInterrupted() {
        return resetRequested || initRequested || finalStop.isEnded();
    }

    private void beginAnew() {
        if (resetRequested) {
            resetNow();
            systemReset.run();
        } else if (initRequested) {
            initializeCore();
            resetParts();
            // Another than the boot processor would wait for a start-up message, which nobody here can send.
            sleeping = (localInterrupts().apicBase() & BOOT_PROCESSOR) == 0;
            localInterrupts().initialized();
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>When a device asks for it in the middle of a run, it happens after the present instruction.
     */
    @Override
    public void reset() {
        if (running) {
            resetRequested = true;
            requestAttention();
        } else {
            resetNow();
        }
    }

    private void resetNow() {
        resetCore();
        resetParts();
        finalStop.reset();
    }

    private void resetParts() {
        paging().reset();
        debug.reset();
        sleep.reset();
        sleeping = false;
        singleStepping = false;
        nmiPending = false;
        nmiBlocked = false;
        resetRequested = false;
        initRequested = false;
        suspectCode();
    }

    private String bytesAt(long offset) {
        return disassemble(codeAddress(offset), 1).lines().get(0).bytes();
    }

    @Override
    public void memoryChanged() {
        suspectCode();
    }

    // ---- state ----

    @Override
    public void save(StateWriter out) {
        saveCore(out);
        paging().save(out);
        sleep.save(out);
        out.flag(sleeping);
        out.flag(nmiPending);
        out.flag(nmiBlocked);
        finalStop.save(out);
    }

    @Override
    public void restore(StateReader in) {
        restoreCore(in);
        paging().restore(in);
        sleep.restore(in);
        sleeping = in.flag();
        nmiPending = in.flag();
        nmiBlocked = in.flag();
        finalStop.restore(in);
        singleStepping = false;
        memoryChanged();
    }
}
