package ringside.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.board.MachineBuilder;
import ringside.cpu.board.MachineOptions;
import ringside.cpu.image.GuestImage;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;
import ringside.kernels.image.BoardCatalog;

/** One multiboot kernel on QEMU's machine {@code pc} and on ours: what it reads from the devices must be the same. */
@Tag("oracle")
class PcDevicesOracleTest {
    private static final int EXIT_CODE = 0x10 << 1 | 1;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theDevicesAnswerTheSame(long seed) throws IOException, InterruptedException {
        PcScript script = new PcScript(seed);
        Path elf = build(script);
        List<String> theirs = onQemu(elf);
        List<String> mine = onOurs(elf);
        assertTrue(theirs.size() > 1000, "QEMU printed " + theirs.size() + " lines only");
        int read = 0;
        for (int i = 0; i < theirs.size() && i < mine.size(); i++) {
            String name = read < script.names().size() ? script.names().get(read) : "the end";
            assertEquals(theirs.get(i), mine.get(i), "seed " + seed + ", line " + i + ": " + name);
            read += theirs.get(i).startsWith("222222") ? 0 : 1;
        }
        assertEquals(theirs.size(), mine.size());
    }

    private Path build(PcScript script) throws IOException, InterruptedException {
        Path source = folder.resolve("pc.s");
        try (InputStream in = PcDevicesOracleTest.class.getResourceAsStream("pc.s")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(source, text + script.data());
        }
        Path object = folder.resolve("pc.o");
        Path elf = folder.resolve("pc.elf");
        run(0, "llvm-mc", "--triple=i386", "--filetype=obj", "-o", object.toString(), source.toString());
        run(
                0,
                "ld.lld",
                "-m",
                "elf_i386",
                "--image-base=0x100000",
                "-e",
                "start",
                "-o",
                elf.toString(),
                object.toString());
        return elf;
    }

    private static String run(int status, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(status, process.waitFor(), () -> String.join(" ", command) + ": " + output);
        return output;
    }

    private static List<String> onQemu(Path elf) throws IOException, InterruptedException {
        String output = run(
                EXIT_CODE,
                "timeout",
                "60",
                "qemu-system-x86_64",
                "-M",
                "pc",
                "-display",
                "none",
                "-monitor",
                "none",
                "-serial",
                "null",
                "-net",
                "none",
                "-no-reboot",
                "-debugcon",
                "stdio",
                "-device",
                "isa-debug-exit,iobase=0xf4,iosize=4",
                "-kernel",
                elf.toString());
        return lines(output);
    }

    private static List<String> onOurs(Path elf) throws IOException {
        GuestImage image = GuestImage.of("pc.elf", Files.readAllBytes(elf));
        Machine machine = new MachineBuilder(BoardCatalog.open("pc"), image, MachineOptions.DEFAULT).build();
        StringBuilder text = new StringBuilder();
        int debug = machine.consoles().indexOf("debug");
        machine.trace().record(CpuEventKind.CONSOLE.bit());
        machine.trace().drainTo(ring -> take(ring, debug, text));
        StopReason stop = machine.run(RunBudget.of(20_000_000));
        take(machine.trace(), debug, text);
        assertEquals(new StopReason.Halted(EXIT_CODE), stop, () -> "after\n" + text);
        return lines(text.toString());
    }

    private static void take(TraceRing ring, int port, StringBuilder text) {
        for (int i = 0; i < ring.size(); i++) {
            if (ring.argument(i, 0) == port) {
                text.append((char) ring.argument(i, 1));
            }
        }
        ring.clear();
    }

    /** The printed values; firmware prints at the debug port too. */
    private static List<String> lines(String output) {
        List<String> lines = new ArrayList<>();
        for (String line : output.split("\n")) {
            if (line.matches("[0-9a-f]{8}")) {
                lines.add(line);
            }
        }
        return lines;
    }
}
