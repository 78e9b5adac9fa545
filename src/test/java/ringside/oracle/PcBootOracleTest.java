package ringside.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.history.Cancellation;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;

/** The bundled images of the PC print the same text, and end with the same exit code, here and in QEMU. */
@Tag("oracle")
final class PcBootOracleTest {

    @ParameterizedTest
    @ValueSource(strings = {"pc-test", "bench-pc", "bench-pc-system"})
    void theSameRomPrintsTheSameTextInQemu(String image, @TempDir Path folder) throws Exception {
        Session session = Session.open(ImageCatalog.open(image));
        StopReason stop = session.timeline()
                .run(RunBudget.of(200_000_000), Cancellation.NEVER)
                .stop();
        Path rom = Files.write(
                folder.resolve(image + ".rom"), ImageCatalog.open(image).elf());
        Path output = folder.resolve("console.txt");
        int theirExitCode = runInQemu(rom, output);
        assertEquals(new StopReason.Halted(theirExitCode), stop);
        assertEquals(
                Files.readString(output, StandardCharsets.UTF_8).replace("\r", ""),
                session.console().text().replace("\r", ""));
    }

    /** Runs a boot ROM to its end; its serial port goes to the file. The exit code. */
    static int runInQemu(Path rom, Path output) throws Exception {
        Process qemu = new ProcessBuilder(
                        "qemu-system-x86_64",
                        "-M",
                        "pc",
                        "-m",
                        "64M",
                        "-display",
                        "none",
                        "-monitor",
                        "none",
                        "-no-reboot",
                        "-icount",
                        "shift=5",
                        "-serial",
                        "file:" + output,
                        "-device",
                        "isa-debug-exit,iobase=0xf4,iosize=4",
                        "-bios",
                        rom.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertTrue(qemu.waitFor(120, TimeUnit.SECONDS), "QEMU did not come to the end of " + rom.getFileName());
            return qemu.exitValue();
        } finally {
            qemu.destroyForcibly();
        }
    }
}
