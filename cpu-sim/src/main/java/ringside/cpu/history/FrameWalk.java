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
 *       not always the one that was interrupted, since kernels switch tasks so. If it lands just below a waiting frame,
 *       the kernel has put a call of its own there, such as an upcall: that opens a frame. Otherwise a process runs for
 *       the first time, on a stack with a new number; that opens a frame too, which counts only if the walk began at
 *       the first mark, since else the process may have waited from before.
 *   <li>At the cursor, the last frame still open whose inside runs on the cursor's stack is the answer. If there is
 *       none the walk begins again further back, twice as far each time.
 * </ol>
 */
final class FrameWalk {
    private static final int EXCEPTIONS = CpuEventKind.EXCEPTION_ENTRY.bit() | CpuEventKind.EXCEPTION_RETURN.bit();

    /** How far below the frame of a waiting process a kernel puts the frame of a call of its own, at most. */
    private static final int LARGEST_FRAME = 256;

    private static final long UNKNOWN = -1;
    private static final long FIRST_REACH = 1 << 14;

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

    FrameWalk(Timeline timeline, CallRules rules) {
        this.timeline = timeline;
        this.rules = rules;
        log = timeline.events();
    }

    Arrival toCaller(Cancellation cancellation) {
        long from = timeline.mark();
        Checkpoint origin = timeline.recorder().save();
        long reach = FIRST_REACH;
        Checkpoint base;
        do {
            base = timeline.checkpoints().floor(Math.max(timeline.firstMark(), from - reach));
            if (!walk(base, from, cancellation)) {
                timeline.recorder().restore(origin);
                return Arrival.cancelled(from, from);
            }
            Frame frame = innermost(base.mark() == timeline.firstMark());
            if (frame != null) {
                timeline.seek(frame.mark);
                return Arrival.reached(from, timeline.mark());
            }
            reach = Math.max(reach, from - base.mark()) * 4;
        } while (base.mark() > timeline.firstMark());
        timeline.seek(timeline.firstMark());
        return Arrival.atStart(from, timeline.mark());
    }

    private Frame innermost(boolean fromTheFirstMark) {
        for (int i = open.size() - 1; i >= 0; i--) {
            Frame frame = open.get(i);
            boolean counts = frame.returnAddress != UNKNOWN || fromTheFirstMark;
            if (frame.insideStack == stack && !frame.insideEnded && counts) {
                return frame;
            }
        }
        return null;
    }

    private boolean walk(Checkpoint base, long to, Cancellation cancellation) {
        timeline.recorder().restore(base);
        open.clear();
        stack = rules.place().processStack() ? 1 : 0;
        stacks = 1;
        long pc = rules.programCounter();
        while (timeline.mark() < to) {
            long mark = timeline.mark();
            if ((mark & 0xFFF) == 0) {
                cancellation.progress(mark - base.mark(), to - base.mark());
                if (cancellation.isCancelled()) {
                    return false;
                }
            }
            long events = timeline.eventCount();
            timeline.slice(mark + 1, StopConditions.NONE);
            long next = rules.programCounter();
            if (!rules.isNext(pc, next) || timeline.eventCount() > events) {
                account(mark, events, pc);
            }
            pc = next;
        }
        return true;
    }

    private void account(long mark, long events, long before) {
        long exception = log.next(events, EXCEPTIONS);
        if (exception >= 0 && exception < timeline.eventCount()) {
            if (log.kind(exception) == CpuEventKind.EXCEPTION_ENTRY) {
                accountCall(mark, before, log.argument(exception, 1), log.argument(exception, 2));
            }
            accountExceptions(mark, exception);
        } else {
            accountCall(mark, before, rules.programCounter(), rules.place().sp());
        }
    }

    private void accountCall(long mark, long before, long target, long stackPointer) {
        long address = rules.returnAddress(before, target);
        if (address >= 0) {
            open.add(new Frame(mark, address, stackPointer, stack, stack, false));
        } else if (rules.isReturn(before, target)) {
            goOn(target, stackPointer, stack);
        }
    }

    private void accountExceptions(long mark, long first) {
        long event = first;
        while (event >= 0 && event < timeline.eventCount()) {
            if (log.kind(event) == CpuEventKind.EXCEPTION_ENTRY) {
                open.add(new Frame(mark, log.argument(event, 1), log.argument(event, 2), stack, 0, true));
                stack = 0;
            } else {
                endInnermostException();
                long next = log.next(event + 1, EXCEPTIONS);
                boolean last = next < 0 || next >= timeline.eventCount();
                land(event, last ? rules.place().sp() : log.argument(next, 2), mark);
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

    private void land(long event, long stackPointer, long mark) {
        long address = log.argument(event, 1);
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
        Frame waiting = waitingJustAbove(stackPointer);
        stack = waiting == null ? ++stacks : waiting.callerStack;
        long returnAddress = waiting == null ? UNKNOWN : waiting.returnAddress;
        open.add(new Frame(mark, returnAddress, stackPointer, stack, stack, false));
    }

    private Frame waitingJustAbove(long stackPointer) {
        Frame nearest = null;
        for (Frame frame : open) {
            long distance = frame.stackPointer - stackPointer;
            boolean fits = frame.exception && frame.callerStack != 0 && distance >= 0 && distance <= LARGEST_FRAME;
            if (fits && (nearest == null || frame.stackPointer <= nearest.stackPointer)) {
                nearest = frame;
            }
        }
        return nearest;
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
