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
    private final DoubleSupplier speed;
    private final long from;
    private long portion = SMALLEST_PORTION;
    private double due = 1;
    private long before = System.nanoTime();

    /** The speed is in instructions a second, and may change while it runs. */
    RunLoop(
            Session session,
            StopConditions stops,
            DoubleSupplier speed,
            BooleanSupplier interrupted,
            Cancellation cancellation) {
        this.session = session;
        this.stops = stops;
        this.speed = speed;
        this.interrupted = interrupted;
        this.cancellation = cancellation;
        timeline = session.timeline();
        from = timeline.mark();
    }

    /** Runs until something stops the machine, or somebody interrupts. */
    Arrival run() {
        while (!interrupted.getAsBoolean()) {
            double wanted = speed.getAsDouble();
            Arrival arrival = wanted == Simulation.FULL_SPEED ? fast() : slow(wanted);
            if (arrival.cause() != Arrival.Cause.REACHED) {
                return arrival;
            }
        }
        return here(Arrival.Cause.CANCELLED);
    }

    private Arrival here(Arrival.Cause cause) {
        return new Arrival(from, timeline.mark(), cause, null);
    }

    private Arrival fast() {
        before = System.nanoTime();
        Arrival arrival = portion(portion);
        long took = System.nanoTime() - before;
        if (took < PORTION_NANOS / 2) {
            portion = Math.min(LARGEST_PORTION, portion * 2);
        } else if (took > PORTION_NANOS) {
            portion = Math.max(SMALLEST_PORTION, portion / 2);
        }
        return arrival;
    }

    private Arrival slow(double instructionsPerSecond) {
        long now = System.nanoTime();
        due += Math.min(1e9, instructionsPerSecond) * (now - before) / 1e9;
        before = now;
        long count = (long) due;
        due -= count;
        cancellation.progress(0, Long.MAX_VALUE);
        Arrival arrival = count > 0 ? portion(count) : here(Arrival.Cause.REACHED);
        LockSupport.parkNanos(Math.min(LONGEST_NAP_NANOS, (long) (1e9 / Math.max(1, instructionsPerSecond))));
        return arrival;
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
