package ringside.app.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import ringside.app.simulation.Simulation.Direction;
import ringside.cpu.history.Arrival;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.StopTest;
import ringside.cpu.history.Timeline;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;
import ringside.cpu.view.DisassemblyView.Line;
import ringside.kernels.session.Session;
import ringside.kernels.view.StackView;

/**
 * Moves that know about calls: over a call, out of a function, and both backwards.
 *
 * <p>How it works: a call is a branch with link. Stepping over one means running to the instruction after it with the
 * stack pointer where it was; the comparison keeps recursion apart. Backwards, an instruction that was reached by a
 * return is left by running back to the call before it.
 */
final class CallMoves {
    private final Session session;
    private final Timeline timeline;
    private final Cancellation cancellation;

    CallMoves(Session session, Cancellation cancellation) {
        this.session = session;
        this.cancellation = cancellation;
        timeline = session.timeline();
    }

    Arrival over(Direction direction, StopConditions stops) {
        return direction == Direction.FORWARDS ? overCall(stops) : backOverCall();
    }

    private Arrival overCall(StopConditions stops) {
        Line next = lineAt(session.programCounter());
        if (next == null || !isCall(next)) {
            return timeline.step();
        }
        return runTo(next.address() + next.length(), stackPointer(), stops);
    }

    private Arrival backOverCall() {
        long pc = session.programCounter();
        long stackPointer = stackPointer();
        Arrival arrival = timeline.stepBack();
        Line last = lineAt(session.programCounter());
        boolean returned = last != null && isReturn(last);
        Optional<Line> call = callBefore(pc);
        if (!returned || call.isEmpty()) {
            return arrival;
        }
        long landed = timeline.mark();
        StopTest sameFrame = stop -> stackPointer() == stackPointer;
        Arrival back = timeline.runBack(StopConditions.breakpoints(call.get().address()), sameFrame, cancellation);
        return back.cause() == Arrival.Cause.STOPPED ? back : timeline.seek(landed);
    }

    /** Runs out of this function, or back to the call that entered it; empty if the caller is not known. */
    Optional<Arrival> out(Direction direction, StopConditions stops) {
        List<StackView.Frame> frames = session.stack().frames();
        if (frames.size() < 2) {
            return Optional.empty();
        }
        long goesOnAt = frames.get(1).address() & ~1L;
        if (direction == Direction.FORWARDS) {
            long frameAddress = frames.get(0).frameAddress();
            return Optional.of(runTo(goesOnAt, frameAddress < 0 ? stackPointer() : frameAddress, stops));
        }
        return callBefore(goesOnAt)
                .map(call -> timeline.runBack(StopConditions.breakpoints(call.address()), cancellation));
    }

    private Arrival runTo(long address, long leastStackPointer, StopConditions stops) {
        long[] all = LongStream.concat(Arrays.stream(stops.breakpoints()), LongStream.of(address))
                .toArray();
        StopConditions both = StopConditions.breakpoints(all);
        long from = timeline.mark();
        while (true) {
            Arrival arrival = timeline.run(new RunBudget(Long.MAX_VALUE, both), cancellation);
            boolean here =
                    arrival.stop() instanceof StopReason.BreakpointReached && session.programCounter() == address;
            if (!here || stops.breaksAt(address)) {
                return arrival;
            }
            if (Long.compareUnsigned(stackPointer(), leastStackPointer) >= 0) {
                return new Arrival(from, arrival.mark(), Arrival.Cause.REACHED, null);
            }
        }
    }

    private long stackPointer() {
        return timeline.machine().processor().readRegister("sp") & 0xFFFF_FFFFL;
    }

    private Line lineAt(long address) {
        List<Line> lines = session.disassembly(address, 1).lines();
        return lines.isEmpty() ? null : lines.get(0);
    }

    /** The call whose next instruction is at the address. */
    private Optional<Line> callBefore(long address) {
        for (int length : new int[] {4, 2}) {
            Line line = lineAt(address - length);
            if (line != null && line.length() == length && isCall(line)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private static boolean isCall(Line line) {
        String mnemonic = line.mnemonic();
        return mnemonic.equals("bl") || mnemonic.startsWith("bl.") || mnemonic.startsWith("blx");
    }

    private static boolean isReturn(Line line) {
        String mnemonic = line.mnemonic();
        boolean branch = mnemonic.startsWith("bx") && line.operands().contains("lr");
        boolean pops = (mnemonic.startsWith("pop") || mnemonic.startsWith("ldm"))
                && line.operands().contains("pc");
        return branch || pops;
    }
}
