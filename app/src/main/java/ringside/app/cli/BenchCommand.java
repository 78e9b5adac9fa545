package ringside.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        description = "Measures speed and time travel on the bench guests; with --compare-qemu, QEMU's beside it.")
final class BenchCommand implements Callable<Integer> {
    /** The guests of each machine: one that works, one that goes in and out of its kernel. */
    private static final Map<String, List<String>> GUESTS = new TreeMap<>(Map.of(
            "cortex-m3", List.of("bench-cortexm", "bench-cortexm-system"),
            "x86-64", List.of("bench-pc", "bench-pc-system")));

    /** The JSON document; without a comparison it has no ratios. The time is measured on the first guest. */
    record Result(List<SpeedBench.Run> runs, TimeTravelBench.Times time, Map<String, Double> ratios) {}

    @Mixin
    private CommonOptions common;

    @Option(names = "--machine", paramLabel = "M", description = "cortex-m3 or x86-64 (default: both).")
    private String machine;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "Processor time for each measurement (default: ${DEFAULT-VALUE}).")
    private String seconds;

    @Option(names = "--compare-qemu", description = "Measure QEMU too, where it is installed.")
    private boolean compareQemu;

    @Override
    public Integer call() {
        if (machine != null && !GUESTS.containsKey(machine)) {
            throw new BadInputException(
                    "--machine: there are bench guests for " + String.join(" and ", GUESTS.keySet()));
        }
        long each = GuestArguments.count(seconds, "--seconds");
        if (each < 1 || each > 3600) {
            throw new BadInputException("--seconds must be from 1 to 3600");
        }
        List<BootImage> images = GUESTS.entrySet().stream()
                .filter(entry -> machine == null || entry.getKey().equals(machine))
                .flatMap(entry -> entry.getValue().stream())
                .map(ImageCatalog::open)
                .toList();
        List<SpeedBench.Run> runs = new ArrayList<>();
        Map<String, Double> ratios = compareQemu ? new LinkedHashMap<>() : null;
        for (BootImage image : images) {
            List<SpeedBench.Run> ours = new SpeedBench(image, each).run();
            runs.addAll(ours);
            if (compareQemu) {
                QemuComparison qemu = new QemuComparison(image, ours.get(0));
                runs.addAll(qemu.run());
                ratios.putAll(qemu.ratios());
            }
        }
        TimeTravelBench.Times times = new TimeTravelBench(images.get(0), each).run();
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
                    "%-10s %-20s %-18s %13d instructions %8.2f s %8.1f million/s%n",
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
