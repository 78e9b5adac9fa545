package ringside.app.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ringside.cpu.BadInputException;
import ringside.cpu.history.Cancellation;
import ringside.cpu.machine.RunBudget;
import ringside.kernels.image.BootImage;
import ringside.kernels.session.Session;

/**
 * The same guest in QEMU: once one instruction at a time, once as fast as it can.
 *
 * <p>The time is the processor time of QEMU's process from its start to the guest's end; the number of instructions is
 * what our machine counted for the same program from reset to end. Short runs are repeated until they take a second.
 */
final class QemuComparison {
    /** The machine in QEMU that is ours, but for the image. */
    private record Emulator(String program, String debianPackage, String imageOption, List<String> machine) {
        static Emulator of(String machine) {
            return machine.equals("x86-64")
                    ? new Emulator(
                            "qemu-system-x86_64",
                            "qemu-system-x86",
                            "-bios",
                            List.of(
                                    "-M",
                                    "pc",
                                    "-m",
                                    "64M",
                                    "-no-reboot",
                                    "-device",
                                    "isa-debug-exit,iobase=0xf4,iosize=4"))
                    : new Emulator(
                            "qemu-system-arm",
                            "qemu-system-arm",
                            "-kernel",
                            List.of("-M", "mps2-an385", "-semihosting-config", "enable=on,target=native"));
        }
    }

    private static final long LONGEST_SECONDS = 600;
    private static final double LEAST_SECONDS = 1;
    private static final int MOST_TIMES = 20;

    private final BootImage image;
    private final SpeedBench.Run ours;
    private final List<SpeedBench.Run> runs = new ArrayList<>();

    QemuComparison(BootImage image, SpeedBench.Run ours) {
        this.image = image;
        this.ours = ours;
    }

    List<SpeedBench.Run> run() {
        long instructions = instructionsToTheEnd();
        runs.add(measure("qemu -singlestep", instructions, List.of("-singlestep")));
        runs.add(measure("qemu", instructions, List.of()));
        return runs;
    }

    /** Our speed in run mode divided by each of QEMU's. */
    Map<String, Double> ratios() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        runs.forEach(run -> ratios.put(run.guest() + ": " + run.mode(), ours.mips() / run.mips()));
        return ratios;
    }

    private long instructionsToTheEnd() {
        Session session = Session.open(image);
        session.timeline().run(RunBudget.of(10_000_000_000L), Cancellation.NEVER);
        return session.timeline().mark();
    }

    private SpeedBench.Run measure(String mode, long instructions, List<String> options) {
        try {
            Path file = Files.createTempFile("ringside-bench-", ".image");
            try {
                Files.write(file, image.elf());
                double seconds = 0;
                int times = 0;
                while (seconds < LEAST_SECONDS && times < MOST_TIMES) {
                    seconds += cpuSeconds(file, options);
                    times++;
                }
                return SpeedBench.Run.of(ours.machine(), image.name(), mode, times * instructions, seconds);
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private double cpuSeconds(Path file, List<String> options) throws IOException {
        Emulator emulator = Emulator.of(ours.machine());
        List<String> command =
                new ArrayList<>(List.of(emulator.program(), "-display", "none", "-monitor", "none", "-serial", "null"));
        command.addAll(emulator.machine());
        command.addAll(List.of(emulator.imageOption(), file.toString()));
        command.addAll(options);
        Process qemu;
        try {
            qemu = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(new File(File.separator.equals("/") ? "/dev/null" : "NUL"))
                    .start();
        } catch (IOException absent) {
            throw new BadInputException(
                    "--compare-qemu needs " + emulator.program() + "; install it (Debian: " + emulator.debianPackage()
                            + ")",
                    absent);
        }
        return cpuSecondsUntilExit(qemu);
    }

    /** Looks at the process's time every few milliseconds, since it cannot be asked for any more when it has ended. */
    private static double cpuSecondsUntilExit(Process qemu) {
        Duration used = Duration.ZERO;
        long begin = System.nanoTime();
        try {
            while (!qemu.waitFor(1, TimeUnit.MILLISECONDS)) {
                used = qemu.info().totalCpuDuration().orElse(used);
                if (System.nanoTime() - begin > LONGEST_SECONDS * 1_000_000_000L) {
                    throw new BadInputException("QEMU did not end the bench guest within " + LONGEST_SECONDS + " s");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BadInputException("the comparison with QEMU was interrupted", interrupted);
        } finally {
            qemu.destroyForcibly();
        }
        return Math.max(0.01, used.toNanos() / 1e9);
    }
}
