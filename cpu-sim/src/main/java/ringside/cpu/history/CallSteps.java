package ringside.cpu.history;

import java.util.Optional;
import java.util.stream.LongStream;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;
import ringside.cpu.trace.CpuEventKind;

/**
 * Steps that know calls: over, out, and both backwards.
 *
 * <p>An exception that is taken counts as a call of its handler. A call is over when execution is back at its return
 * address with the stack pointer it had, in the same mode and on the same kind of stack; recursion and task switches in
 * between do not confuse it.
 */
public final class CallSteps {
    private static final int EXCEPTIONS = CpuEventKind.EXCEPTION_ENTRY.bit() | CpuEventKind.EXCEPTION_RETURN.bit();

    private final Timeline timeline;
    private final StopConditions stops;
    private final long limit;
    private final Cancellation cancellation;
    private final CallerFinder finder;
    private final CallRules rules;

    /**
     * Steps on a timeline.
     *
     * @param stops what ends a step early while it runs through a call, such as the user's breakpoints
     * @param limit how many instructions a step may run at most; one that reaches it ends there
     * @param finder who waits for a function; where it knows nobody, every instruction is looked at, which takes longer
     */
    public CallSteps(
            Timeline timeline, StopConditions stops, long limit, Cancellation cancellation, CallerFinder finder) {
        this.finder = finder;
        this.timeline = timeline;
        this.stops = stops;
        this.limit = limit;
        this.cancellation = cancellation;
        rules = CallRules.of(timeline.machine());
    }

    /** Steps on a timeline without debugging information. */
    public CallSteps(Timeline timeline, StopConditions stops, long limit, Cancellation cancellation) {
        this(timeline, stops, limit, cancellation, CallerFinder.NONE);
    }

    /** One instruction; if it calls, or an exception is taken, all of that too. */
    public Arrival over() {
        long from = timeline.mark();
        Place before = rules.place();
        long events = timeline.eventCount();
        Arrival step = timeline.step();
        if (step.cause() != Arrival.Cause.REACHED) {
            return step;
        }
        return finishCall(from, before, events);
    }

    /** Runs on until an exception that was taken, and a call that was made, by the last step are over. */
    private Arrival finishCall(long from, Place before, long events) {
        long target = rules.programCounter();
        long entry = entrySince(events);
        if (entry >= 0) {
            target = timeline.events().argument(entry, 1);
            Arrival handled = runUntil(from, target, timeline.events().argument(entry, 2), before.context());
            if (handled.cause() != Arrival.Cause.REACHED) {
                return handled;
            }
        }
        long address = rules.returnAddress(before.pc(), target);
        if (address >= 0) {
            return runUntil(from, address, before.sp(), before.context());
        }
        return Arrival.reached(from, timeline.mark());
    }

    /** The first exception entry since an event, unless a return came before it; -1 if there is none. */
    private long entrySince(long events) {
        long exception = timeline.events().next(events, EXCEPTIONS);
        boolean isEntry = exception >= 0
                && exception < timeline.eventCount()
                && timeline.events().kind(exception) == CpuEventKind.EXCEPTION_ENTRY;
        return isEntry ? exception : -1;
    }

    private Arrival runUntil(long from, long address, long stackPointer, long context) {
        long[] breakpoints = LongStream.concat(LongStream.of(address), LongStream.of(stops.breakpoints()))
                .toArray();
        StopConditions conditions = new StopConditions(breakpoints, stops.eventMask(), stops.watchpoints());
        while (true) {
            long left = limit - (timeline.mark() - from);
            Arrival arrival = timeline.run(new RunBudget(Math.max(0, left), conditions), cancellation);
            Place place = rules.place();
            if (place.isAt(address, stackPointer, context)) {
                return Arrival.reached(from, timeline.mark());
            }
            boolean ours = arrival.stop() instanceof StopReason.BreakpointReached hit
                    && hit.address() == address
                    && !stops.breaksAt(address);
            if (!ours) {
                return new Arrival(from, arrival.mark(), arrival.cause(), arrival.stop());
            }
        }
    }

    /** Until the function, or the exception handler, that runs now has returned. */
    public Arrival out() {
        long from = timeline.mark();
        Optional<CallerFinder.Caller> caller = finder.find().filter(this::isCall);
        if (caller.isPresent()) {
            long context = rules.place().context();
            return runUntil(from, caller.get().returnAddress(), caller.get().stackPointer(), context);
        }
        return outByLookingAtEveryInstruction(from);
    }

    private boolean isCall(CallerFinder.Caller caller) {
        return !caller.interrupted() && rules.callSites(caller.returnAddress()).length > 0;
    }

    private Arrival outByLookingAtEveryInstruction(long from) {
        Place before = rules.place();
        while (timeline.mark() - from < limit) {
            if (cancellation.isCancelled()) {
                return Arrival.cancelled(from, timeline.mark());
            }
            long events = timeline.eventCount();
            StopReason stop = timeline.slice(timeline.mark() + 1, StopConditions.NONE);
            if (stop != null) {
                return timeline.arrivedAt(from, stop);
            }
            if (!rules.isNext(before.pc(), rules.programCounter()) || timeline.eventCount() > events) {
                boolean left = hasLeft(before.pc(), events);
                Arrival over = finishCall(from, before, events);
                if (left || over.cause() != Arrival.Cause.REACHED) {
                    return over;
                }
            }
            before = rules.place();
            if (stops.breaksAt(before.pc())) {
                return timeline.arrivedAt(from, new StopReason.BreakpointReached(before.pc()));
            }
        }
        return Arrival.reached(from, timeline.mark());
    }

    private boolean hasLeft(long before, long events) {
        long exception = timeline.events().next(events, EXCEPTIONS);
        if (exception < 0 || exception >= timeline.eventCount()) {
            return rules.isReturn(before, rules.programCounter());
        }
        return timeline.events().kind(exception) == CpuEventKind.EXCEPTION_RETURN
                || rules.isReturn(before, timeline.events().argument(exception, 1));
    }

    /** One instruction back; if a call or an exception has just returned here, to before it. */
    public Arrival overBack() {
        long from = timeline.mark();
        if (from == timeline.firstMark()) {
            return Arrival.atStart(from, from);
        }
        Place here = rules.place();
        long events = timeline.eventCount();
        timeline.stepBack();
        long last = timeline.events().previous(events, EXCEPTIONS);
        if (last >= timeline.eventCount()) {
            if (timeline.events().kind(last) == CpuEventKind.EXCEPTION_RETURN) {
                return beforeException(from, here, last);
            }
        } else if (rules.isReturn(rules.programCounter(), here.pc())) {
            return beforeCall(from, here);
        }
        return Arrival.reached(from, timeline.mark());
    }

    private Arrival beforeCall(long from, Place here) {
        return orOneBack(from, backToCall(here.pc(), here.sp(), here.context()));
    }

    /** The last time that something was called which was to go on at the address, with the stack pointer. */
    private Arrival backToCall(long returnAddress, long stackPointer, long context) {
        return timeline.runBack(
                StopConditions.breakpoints(rules.callSites(returnAddress)),
                stop -> {
                    Place place = rules.place();
                    return place.sp() == stackPointer && place.context() == context;
                },
                cancellation);
    }

    private Arrival beforeException(long from, Place here, long before) {
        EventLog log = timeline.events();
        long entry = before;
        while ((entry = log.previous(entry, CpuEventKind.EXCEPTION_ENTRY.bit())) >= 0) {
            if (log.argument(entry, 1) == here.pc() && log.argument(entry, 2) == here.sp()) {
                Arrival arrival = justBefore(entry, from);
                boolean returnedFirst =
                        arrival.cause() == Arrival.Cause.REACHED && rules.isReturn(rules.programCounter(), here.pc());
                return returnedFirst ? beforeCall(from, here) : arrival;
            }
        }
        return Arrival.reached(from, timeline.mark());
    }

    private Arrival justBefore(long event, long from) {
        Arrival arrival = timeline.seek(timeline.events().mark(event), cancellation);
        while (arrival.cause() != Arrival.Cause.CANCELLED
                && timeline.eventCount() > event
                && timeline.mark() > timeline.firstMark()) {
            arrival = timeline.stepBack();
        }
        return new Arrival(from, arrival.mark(), arrival.cause(), null);
    }

    private Arrival orOneBack(long from, Arrival back) {
        if (back.cause() == Arrival.Cause.CANCELLED) {
            timeline.seek(from);
            return Arrival.cancelled(from, from);
        }
        if (back.cause() == Arrival.Cause.AT_START) {
            timeline.seek(from - 1);
        }
        return Arrival.reached(from, timeline.mark());
    }

    /** Back to the instruction that called the function, or at which the exception was taken, that runs now. */
    public Arrival outBack() {
        long from = timeline.mark();
        Optional<CallerFinder.Caller> caller = finder.find();
        if (caller.isPresent() && caller.get().interrupted()) {
            long entry = innermostEntry();
            if (entry >= 0) {
                return justBefore(entry, from);
            }
        } else if (caller.filter(this::isCall).isPresent()) {
            CallerFinder.Caller known = caller.get();
            Arrival back = backToCall(
                    known.returnAddress(), known.stackPointer(), rules.place().context());
            if (back.cause() != Arrival.Cause.AT_START) {
                return back.cause() == Arrival.Cause.STOPPED ? Arrival.reached(from, back.mark()) : back;
            }
            timeline.seek(from);
        }
        return new FrameWalk(timeline, rules).toCaller(cancellation);
    }

    /** The entry of the exception whose handler runs now, by counting entries and returns backwards; -1 if unknown. */
    private long innermostEntry() {
        EventLog log = timeline.events();
        int ended = 0;
        long event = timeline.eventCount();
        while ((event = log.previous(event, EXCEPTIONS)) >= 0) {
            if (log.kind(event) == CpuEventKind.EXCEPTION_RETURN) {
                ended++;
            } else if (ended-- == 0) {
                return event;
            }
        }
        return -1;
    }
}
