package ringside.app.simulation;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import ringside.cpu.history.Arrival;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.Timeline;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;
import ringside.kernels.session.Session;

/** Runs a session in small portions, so that pausing is quick however slow this computer is. */
final class RunLoop {
    private static final long PORTION_NANOS = 10_000_000;
    private static final long SMALLEST_PORTION = 4_096;
    private static final long LARGEST_PORTION = 1 << 24;
    private static final long LONGEST_NAP_NANOS = 16_000_000;

    private final Session session;
    private final Timeline timeline;
    private final StopConditions stops;
    private final BooleanSupplier interrupted;
    private final Cancellation cancellation;
    private final long from;

    RunLoop(Session session, StopConditions stops, BooleanSupplier interrupted, Cancellation cancellation) {
        this.session = session;
        this.stops = stops;
        this.interrupted = interrupted;
        this.cancellation = cancellation;
        timeline = session.timeline();
        from = timeline.mark();
    }

    /** As fast as it goes. */
    Arrival atFullSpeed() {
        long portion = SMALLEST_PORTION;
        while (!interrupted.getAsBoolean()) {
            long before = System.nanoTime();
            Arrival arrival = portion(portion);
            if (arrival.cause() != Arrival.Cause.REACHED) {
                return arrival;
            }
            long took = System.nanoTime() - before;
            if (took < PORTION_NANOS / 2) {
                portion = Math.min(LARGEST_PORTION, portion * 2);
            } else if (took > PORTION_NANOS) {
                portion = Math.max(SMALLEST_PORTION, portion / 2);
            }
        }
        return new Arrival(from, timeline.mark(), Arrival.Cause.CANCELLED, null);
    }

    /** At so many instructions a second; the speed may change while it runs. */
    Arrival atSpeed(DoubleSupplier instructionsPerSecond) {
        double due = 1;
        long before = System.nanoTime();
        while (!interrupted.getAsBoolean()) {
            long now = System.nanoTime();
            double speed = Math.min(1e9, instructionsPerSecond.getAsDouble());
            due += speed * (now - before) / 1e9;
            before = now;
            long count = (long) due;
            due -= count;
            if (count > 0) {
                Arrival arrival = portion(count);
                if (arrival.cause() != Arrival.Cause.REACHED) {
                    return arrival;
                }
            } else {
                cancellation.progress(0, Long.MAX_VALUE);
            }
            LockSupport.parkNanos(Math.min(LONGEST_NAP_NANOS, (long) (1e9 / Math.max(1, speed))));
        }
        return new Arrival(from, timeline.mark(), Arrival.Cause.CANCELLED, null);
    }

    /** A run does not stop at a breakpoint where it begins: so one that a portion ends at is noticed here. */
    private Arrival portion(long count) {
        Arrival arrival = timeline.run(new RunBudget(count, stops), cancellation);
        boolean reached = arrival.cause() == Arrival.Cause.REACHED;
        if (reached && stops.breaksAt(session.programCounter())) {
            StopReason stop = new StopReason.BreakpointReached(session.programCounter());
            return new Arrival(from, arrival.mark(), Arrival.Cause.STOPPED, stop);
        }
        return new Arrival(from, arrival.mark(), arrival.cause(), arrival.stop());
    }
}
