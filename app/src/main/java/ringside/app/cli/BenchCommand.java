package ringside.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.cpu.BadInputException;
import ringside.kernels.image.BootImage;
import ringside.kernels.image.ImageCatalog;

/** Measures speed and time travel. */
@Command(
        name = "bench",
        description = "Measures speed and time travel on a bundled guest; with --compare-qemu, QEMU's beside it.")
final class BenchCommand implements Callable<Integer> {
    private static final String GUEST = "bench-cortexm";
    private static final String MACHINE = "cortex-m3";

    /** The JSON document; without a comparison it has no ratios. */
    record Result(List<SpeedBench.Run> runs, TimeTravelBench.Times time, Map<String, Double> ratios) {}

    @Mixin
    private CommonOptions common;

    @Option(names = "--machine", paramLabel = "M", defaultValue = MACHINE, description = "cortex-m3 (default).")
    private String machine;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "Processor time for each measurement (default: ${DEFAULT-VALUE}).")
    private String seconds;

    @Option(names = "--compare-qemu", description = "Measure qemu-system-arm too, where it is installed.")
    private boolean compareQemu;

    @Override
    public Integer call() {
        if (!machine.equals(MACHINE)) {
            throw new BadInputException("--machine: there is a bench guest for " + MACHINE + " only in this version");
        }
        long each = GuestArguments.count(seconds, "--seconds");
        if (each < 1 || each > 3600) {
            throw new BadInputException("--seconds must be from 1 to 3600");
        }
        BootImage image = ImageCatalog.open(GUEST);
        List<SpeedBench.Run> runs = new ArrayList<>(new SpeedBench(image, each).run());
        TimeTravelBench.Times times = new TimeTravelBench(image, each).run();
        Map<String, Double> ratios = null;
        if (compareQemu) {
            QemuComparison qemu = new QemuComparison(image, runs.get(0));
            runs.addAll(qemu.run());
            ratios = qemu.ratios();
        }
        print(new Result(runs, times, ratios));
        return CommandLineProgram.DONE;
    }

    private void print(Result result) {
        if (common.wantsJson()) {
            common.printDocumentWithoutNulls(result);
            return;
        }
        for (SpeedBench.Run run : result.runs()) {
            common.printf(
                    "%-10s %-14s %-26s %13d instructions %8.2f s %8.1f million/s%n",
                    run.machine(), run.guest(), run.mode(), run.instructions(), run.cpuSeconds(), run.mips());
        }
        TimeTravelBench.Times time = result.time();
        common.printf("step back   p50 %.3f ms, p99 %.3f ms%n", time.reverseStepP50Ms(), time.reverseStepP99Ms());
        common.printf("seek        p95 %.3f ms in %d instructions%n", time.seekP95Ms(), time.instructions());
        common.printf("checkpoint  %.3f ms, restore %.3f ms%n", time.checkpointMs(), time.restoreMs());
        if (result.ratios() != null) {
            result.ratios().forEach((name, ratio) -> common.printf("ratio       %.2f x %s%n", ratio, name));
        }
    }
}
