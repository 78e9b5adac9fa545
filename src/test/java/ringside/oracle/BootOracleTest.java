package ringside.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.cpu.history.Cancellation;
import ringside.cpu.machine.RunBudget;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;

/** The bundled kernel prints the same text from each process here and in QEMU. How the texts interleave may differ. */
@Tag("oracle")
final class BootOracleTest {

    @Test
    void eachProcessPrintsTheSameTextInQemu(@TempDir Path folder) throws Exception {
        Session session = Session.open(ImageCatalog.open("mini-tock"));
        session.timeline().run(RunBudget.of(100_000_000), Cancellation.NEVER);
        Map<String, List<String>> ours = bySpeaker(session.console().text());
        Map<String, List<String>> theirs = bySpeaker(runInQemu(folder));
        assertTrue(ours.keySet().containsAll(List.of("hello", "counter", "crasher", "mini-tock")), ours.toString());
        assertEquals(theirs, ours);
    }

    private static String runInQemu(Path folder) throws Exception {
        Path elf = Files.write(
                folder.resolve("mini-tock.elf"), ImageCatalog.open("mini-tock").elf());
        Path output = folder.resolve("console.txt");
        Process qemu = new ProcessBuilder(
                        "qemu-system-arm",
                        "-M",
                        "mps2-an385",
                        "-nographic",
                        "-monitor",
                        "none",
                        "-icount",
                        "shift=5",
                        "-semihosting-config",
                        "enable=on,target=native",
                        "-kernel",
                        elf.toString())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(qemu.waitFor(60, TimeUnit.SECONDS), "QEMU did not come to the end of the boot");
        } finally {
            qemu.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** The lines by who prints them: what stands before the colon; everything else is the kernel's crash report. */
    private static Map<String, List<String>> bySpeaker(String console) {
        Map<String, List<String>> lines = new TreeMap<>();
        for (String line : console.split("\r?\n")) {
            int colon = line.indexOf(": ");
            String speaker = colon > 0 && line.substring(0, colon).matches("[a-z-]+")
                    ? line.substring(0, colon)
                    : "crash report";
            lines.computeIfAbsent(speaker, name -> new ArrayList<>()).add(line.strip());
        }
        lines.values().forEach(texts -> texts.removeIf(String::isEmpty));
        return lines;
    }
}
