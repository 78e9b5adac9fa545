package ringside.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.cpu.board.MachineOptions;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.HistoryBudget;
import ringside.cpu.history.InputLog;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;
import ringside.kernels.session.SessionOptions;

/** Each process of mini-redox prints the same text here and in QEMU; only whose line comes first may differ. */
@Tag("oracle")
final class RedoxTextOracleTest {
    private static final String IMAGE = "kernels/guest/test-images/mini-redox-tests.rom";

    /** QEMU leaves RF out of the flags that a fault saves. @sdm Vol.3A 6.8.3 */
    private static final String FLAGS = "rflags 0x[0-9a-f]+";

    @Test
    void everyProcessPrintsTheSameTextInQemu(@TempDir Path folder) throws Exception {
        SessionOptions options = new SessionOptions("pc", MachineOptions.DEFAULT, HistoryBudget.STANDARD);
        Session session = Session.open(ImageCatalog.open(IMAGE), options, new InputLog());
        StopReason stop = session.timeline()
                .run(RunBudget.of(200_000_000), Cancellation.NEVER)
                .stop();
        Path rom = Files.write(
                folder.resolve("mini-redox-tests.rom"), ImageCatalog.open(IMAGE).elf());
        Path output = folder.resolve("console.txt");
        int theirExitCode = PcBootOracleTest.runInQemu(rom, output);
        assertEquals(new StopReason.Halted(theirExitCode), stop);

        Map<String, List<String>> theirs = byWriter(Files.readString(output, StandardCharsets.UTF_8));
        Map<String, List<String>> ours = byWriter(session.console().text());
        assertTrue(
                ours.keySet().containsAll(List.of("kernel", "bootstrap", "init", "ramfs", "tester")), ours::toString);
        assertEquals(theirs, ours);
    }

    /** The lines of each writer, in order: a line begins with its name and a colon. */
    private static Map<String, List<String>> byWriter(String text) {
        return text.replace("\r", "")
                .replaceAll(FLAGS, "rflags")
                .lines()
                .collect(Collectors.groupingBy(line -> line.split(":")[0], TreeMap::new, Collectors.toList()));
    }
}
