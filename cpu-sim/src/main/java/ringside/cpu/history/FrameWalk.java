package ringside.cpu.history;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.trace.CpuEventKind;

/**
 * Finds the call, or the exception entry, that led to the code at the cursor, by walking forward from a checkpoint and
 * keeping account of what is open.
 *
 * <p>How it works:
 * <ol>
 *   <li>A call or an exception entry opens a frame. It knows on which stack the caller waits, and on which stack the
 *       code it led to runs. Process stacks get a number each; all handlers and the kernel share stack 0.
 *   <li>An exception return ends the code inside of the innermost exception. Where it lands, a waiting frame goes on:
 *       not always the one that was interrupted, since kernels switch tasks so. Without such a frame a process runs for
 *       the first time, on a stack with a new number.
 *   <li>At the cursor, the last frame still open whose inside runs on the cursor's stack is the answer. If there is
 *       none the walk begins again further back, twice as far each time.
 * </ol>
 */
final class FrameWalk {
    private static final int EXCEPTIONS = CpuEventKind.EXCEPTION_ENTRY.bit() | CpuEventKind.EXCEPTION_RETURN.bit();

    private static final class Frame {
        final long mark;
        final long returnAddress;
        final long stackPointer;
        final int callerStack;
        final int insideStack;
        final boolean exception;
        boolean insideEnded;

        Frame(long mark, long returnAddress, long stackPointer, int callerStack, int insideStack, boolean exception) {
            this.mark = mark;
            this.returnAddress = returnAddress;
            this.stackPointer = stackPointer;
            this.callerStack = callerStack;
            this.insideStack = insideStack;
            this.exception = exception;
        }
    }

    private final Timeline timeline;
    private final CallRules rules;
    private final EventLog log;
    private final List<Frame> open = new ArrayList<>();
    private int stack;
    private int stacks;
    private long begunAt;

    FrameWalk(Timeline timeline, CallRules rules) {
        this.timeline = timeline;
        this.rules = rules;
        log = timeline.events();
    }

    Arrival toCaller(Cancellation cancellation) {
        long from = timeline.mark();
        Checkpoint origin = timeline.recorder().save();
        long reach = Math.max(1, timeline.checkpointSpacing());
        Checkpoint base;
        do {
            base = timeline.checkpoints().floor(Math.max(timeline.firstMark(), from - reach));
            if (!walk(base, from, cancellation)) {
                timeline.recorder().restore(origin);
                return Arrival.cancelled(from, from);
            }
            Frame frame = innermost();
            if (frame != null) {
                timeline.seek(frame.mark);
                return Arrival.reached(from, timeline.mark());
            }
            reach *= 2;
        } while (base.mark() > timeline.firstMark());
        timeline.seek(stack != 0 ? begunAt : timeline.firstMark());
        return timeline.mark() == timeline.firstMark()
                ? Arrival.atStart(from, timeline.mark())
                : Arrival.reached(from, timeline.mark());
    }

    private Frame innermost() {
        for (int i = open.size() - 1; i >= 0; i--) {
            Frame frame = open.get(i);
            if (frame.insideStack == stack && !frame.insideEnded) {
                return frame;
            }
        }
        return null;
    }

    private boolean walk(Checkpoint base, long to, Cancellation cancellation) {
        timeline.recorder().restore(base);
        open.clear();
        Place before = rules.place();
        stack = before.processStack() ? 1 : 0;
        stacks = 1;
        begunAt = base.mark();
        while (timeline.mark() < to) {
            if ((timeline.mark() & 0xFFF) == 0) {
                cancellation.progress(timeline.mark() - base.mark(), to - base.mark());
                if (cancellation.isCancelled()) {
                    return false;
                }
            }
            long mark = timeline.mark();
            long events = timeline.eventCount();
            timeline.slice(mark + 1, StopConditions.NONE);
            Place after = rules.place();
            account(mark, events, before, after);
            before = after;
        }
        return true;
    }

    private void account(long mark, long events, Place before, Place after) {
        if (timeline.eventCount() > events) {
            long exception = log.next(events, EXCEPTIONS);
            if (exception >= 0 && exception < timeline.eventCount()) {
                accountExceptions(mark, exception, after);
                return;
            }
        }
        long address = rules.returnAddress(before, after);
        if (address >= 0) {
            open.add(new Frame(mark, address, before.sp(), stack, stack, false));
        } else if (rules.isReturn(before, after)) {
            goOn(after.pc(), after.sp(), stack);
        }
    }

    private void accountExceptions(long mark, long first, Place after) {
        long event = first;
        while (event >= 0 && event < timeline.eventCount()) {
            if (log.kind(event) == CpuEventKind.EXCEPTION_ENTRY) {
                open.add(new Frame(mark, log.argument(event, 1), log.argument(event, 2), stack, 0, true));
                stack = 0;
            } else {
                endInnermostException();
                long next = log.next(event + 1, EXCEPTIONS);
                boolean last = next < 0 || next >= timeline.eventCount();
                land(log.argument(event, 1), last ? after.sp() : log.argument(next, 2), event, mark);
            }
            event = log.next(event + 1, EXCEPTIONS);
        }
    }

    private void endInnermostException() {
        for (int i = open.size() - 1; i >= 0; i--) {
            Frame frame = open.get(i);
            if (frame.insideStack == 0 && !frame.insideEnded) {
                frame.insideEnded = true;
                if (frame.exception) {
                    return;
                }
            }
        }
    }

    private void land(long address, long stackPointer, long event, long mark) {
        boolean toProcess = (log.argument(event, 2) & 4) != 0;
        if (!toProcess) {
            stack = 0;
            goOn(address, stackPointer, 0);
            return;
        }
        for (int i = open.size() - 1; i >= 0; i--) {
            Frame frame = open.get(i);
            if (frame.callerStack != 0 && frame.returnAddress == address && frame.stackPointer == stackPointer) {
                stack = frame.callerStack;
                goOn(address, stackPointer, stack);
                return;
            }
        }
        stack = ++stacks;
        begunAt = mark;
    }

    /** A waiting caller on the stack goes on; whatever was opened later on that stack has ended. */
    private void goOn(long address, long stackPointer, int onStack) {
        for (int i = open.size() - 1; i >= 0; i--) {
            Frame frame = open.get(i);
            if (frame.callerStack == onStack && frame.returnAddress == address && frame.stackPointer == stackPointer) {
                open.remove(i);
                for (int later = i; later < open.size(); later++) {
                    open.get(later).insideEnded |= open.get(later).insideStack == onStack;
                }
                return;
            }
        }
    }
}
