package ringside.app.cli;

import java.util.Arrays;
import java.util.Random;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.Timeline;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.MachineState;
import ringside.cpu.machine.RunBudget;
import ringside.kernels.image.BootImage;
import ringside.kernels.session.Session;

/** How long it takes to go back, to go anywhere, and to keep a state. */
final class TimeTravelBench {
    private static final int SEEKS = 100;
    private static final int STEPS_AFTER_A_SEEK = 20;
    private static final int CHECKPOINTS = 200;

    /** The figures, in milliseconds, of a run of so many instructions. */
    record Times(
            long instructions,
            double reverseStepP50Ms,
            double reverseStepP99Ms,
            double seekP95Ms,
            double checkpointMs,
            double restoreMs,
            long checkpointBytes) {}

    private final BootImage image;
    private final long seconds;

    TimeTravelBench(BootImage image, long seconds) {
        this.image = image;
        this.seconds = seconds;
    }

    Times run() {
        Session session = Session.open(image);
        Timeline timeline = session.timeline();
        long begin = System.nanoTime();
        Cancellation timeUp = () -> System.nanoTime() - begin > seconds * 1_000_000_000L;
        timeline.run(RunBudget.of(1_000_000_000), timeUp);
        long end = timeline.mark();
        Random random = new Random(20261122);
        double[] seeks = new double[SEEKS];
        double[] steps = new double[SEEKS * STEPS_AFTER_A_SEEK];
        for (int i = 0; i < SEEKS; i++) {
            long goal = (long) (random.nextDouble() * end);
            seeks[i] = milliseconds(() -> timeline.seek(goal));
            for (int step = 0; step < STEPS_AFTER_A_SEEK; step++) {
                steps[i * STEPS_AFTER_A_SEEK + step] = milliseconds(timeline::stepBack);
            }
        }
        long bytes = timeline.checkpointBytes();
        double[] checkpoints = new double[CHECKPOINTS];
        double[] restores = new double[CHECKPOINTS];
        timeline.seek(end / 2);
        keepStates(session.timeline().machine(), checkpoints, restores);
        return new Times(
                end,
                percentile(steps, 50),
                percentile(steps, 99),
                percentile(seeks, 95),
                percentile(checkpoints, 50),
                percentile(restores, 50),
                bytes);
    }

    private static void keepStates(Machine machine, double[] checkpoints, double[] restores) {
        for (int i = 0; i < checkpoints.length; i++) {
            MachineState[] state = new MachineState[1];
            machine.run(RunBudget.of(10_000));
            checkpoints[i] = milliseconds(() -> state[0] = machine.save());
            machine.run(RunBudget.of(10_000));
            restores[i] = milliseconds(() -> machine.restore(state[0]));
        }
    }

    private static double milliseconds(Runnable action) {
        long begin = System.nanoTime();
        action.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
