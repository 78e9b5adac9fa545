package ringside.cpu.history;

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
    private final CallRules rules;

    /**
     * Steps on a timeline.
     *
     * @param stops what ends a step early while it runs through a call, such as the user's breakpoints
     * @param limit how many instructions a step may run at most; one that reaches it ends there
     */
    public CallSteps(Timeline timeline, StopConditions stops, long limit, Cancellation cancellation) {
        this.timeline = timeline;
        this.stops = stops;
        this.limit = limit;
        this.cancellation = cancellation;
        rules = CallRules.of(timeline.machine());
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

    private Arrival finishCall(long from, Place before, long events) {
        EventLog log = timeline.events();
        long entry = log.next(events, CpuEventKind.EXCEPTION_ENTRY.bit());
        if (entry >= 0 && entry < timeline.eventCount()) {
            long context = log.previous(entry, CpuEventKind.EXCEPTION_RETURN.bit()) >= events ? -1 : before.context();
            return runUntil(from, log.argument(entry, 1), log.argument(entry, 2), context);
        }
        long address = rules.returnAddress(before.pc(), rules.place());
        if (address >= 0) {
            return runUntil(from, address, before.sp(), before.context());
        }
        return Arrival.reached(from, timeline.mark());
    }

    private Arrival runUntil(long from, long address, long stackPointer, long context) {
        long[] breakpoints = LongStream.concat(LongStream.of(address), LongStream.of(stops.breakpoints()))
                .toArray();
        StopConditions conditions = new StopConditions(breakpoints, stops.eventMask(), stops.watchpoints());
        while (true) {
            long left = limit - (timeline.mark() - from);
            Arrival arrival = timeline.run(new RunBudget(Math.max(0, left), conditions), cancellation);
            Place place = rules.place();
            if (place.isAt(address, stackPointer, context < 0 ? place.context() : context)) {
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
            long pc = rules.programCounter();
            boolean plain = (pc - before.pc() == 2 || pc - before.pc() == 4) && timeline.eventCount() == events;
            if (!plain) {
                if (hasLeft(before.pc(), events)) {
                    return Arrival.reached(from, timeline.mark());
                }
                Arrival over = finishCall(from, before, events);
                if (over.cause() != Arrival.Cause.REACHED) {
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
        if (exception >= 0 && exception < timeline.eventCount()) {
            return timeline.events().kind(exception) == CpuEventKind.EXCEPTION_RETURN;
        }
        return rules.isReturn(before, rules.place());
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
        } else if (rules.isReturn(rules.programCounter(), here)) {
            return beforeCall(from, here);
        }
        return Arrival.reached(from, timeline.mark());
    }

    private Arrival beforeCall(long from, Place here) {
        StopConditions sites = StopConditions.breakpoints(rules.callSites(here.pc()));
        Arrival back = timeline.runBack(
                sites,
                stop -> {
                    Place place = rules.place();
                    return place.sp() == here.sp() && place.context() == here.context();
                },
                cancellation);
        return orOneBack(from, back);
    }

    private Arrival beforeException(long from, Place here, long before) {
        EventLog log = timeline.events();
        EventTest entryOfHere = (l, i) -> l.argument(i, 1) == here.pc() && l.argument(i, 2) == here.sp();
        long entry = before;
        while ((entry = log.previous(entry, CpuEventKind.EXCEPTION_ENTRY.bit())) >= 0) {
            if (entryOfHere.accepts(log, entry)) {
                timeline.seek(log.mark(entry), cancellation);
                while (timeline.eventCount() > entry && timeline.mark() > timeline.firstMark()) {
                    timeline.stepBack();
                }
                return Arrival.reached(from, timeline.mark());
            }
        }
        return Arrival.reached(from, timeline.mark());
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
        return new FrameWalk(timeline, rules).toCaller(cancellation);
    }
}
