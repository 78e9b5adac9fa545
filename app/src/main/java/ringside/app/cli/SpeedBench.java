package ringside.app.cli;

import java.lang.management.ManagementFactory;
import java.util.List;
import ringside.cpu.history.Cancellation;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.kernels.image.BootImage;
import ringside.kernels.session.Session;

/** Instructions in a second: running only, and recording so that everything can be reversed. */
final class SpeedBench {
    private static final long SLICE = 5_000_000;

    /** One measurement, apart from warm-up; the time is that of the one thread that runs the machine. */
    record Run(String machine, String guest, String mode, long instructions, double cpuSeconds, double mips) {
        static Run of(String machine, String guest, String mode, long instructions, double cpuSeconds) {
            return new Run(machine, guest, mode, instructions, cpuSeconds, instructions / cpuSeconds / 1e6);
        }
    }

    /** Runs a slice; false when the guest has ended. */
    private interface Slices {
        boolean run();
    }

    private final BootImage image;
    private final long seconds;

    SpeedBench(BootImage image, long seconds) {
        this.image = image;
        this.seconds = seconds;
    }

    List<Run> run() {
        measure("warm-up", Math.max(1, seconds / 2), this::plain);
        Run run = measure("run", seconds, this::plain);
        measure("warm-up", Math.max(1, seconds / 4), this::recording);
        return List.of(run, measure("record", seconds, this::recording));
    }

    private Slices plain(Session session) {
        Machine machine = session.timeline().machine();
        machine.trace().record(0);
        return () -> machine.run(RunBudget.of(SLICE)) instanceof StopReason.BudgetSpent;
    }

    private Slices recording(Session session) {
        return () ->
                session.timeline().run(RunBudget.of(SLICE), Cancellation.NEVER).stop() == null;
    }

    /** Runs the guest from reset to its end, again and again, until the time is used up. */
    private Run measure(String mode, long forSeconds, java.util.function.Function<Session, Slices> how) {
        long instructions = 0;
        long nanos = 0;
        String kind = "";
        while (nanos < forSeconds * 1_000_000_000L) {
            Session session = Session.open(image);
            kind = session.timeline().machine().kind();
            Slices slices = how.apply(session);
            long begin = cpuNanos();
            boolean goesOn = true;
            while (goesOn && nanos + cpuNanos() - begin < forSeconds * 1_000_000_000L) {
                goesOn = slices.run();
            }
            nanos += cpuNanos() - begin;
            instructions += session.timeline().machine().mark();
        }
        return Run.of(kind, image.name(), mode, instructions, nanos / 1e9);
    }

    static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
