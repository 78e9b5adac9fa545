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
import ringside.cpu.board.BoardDescription;
import ringside.cpu.board.MachineBuilder;
import ringside.cpu.board.MachineOptions;
import ringside.cpu.image.Elf;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;
import ringside.kernels.image.BoardCatalog;

/**
 * One generated program on QEMU's board and on ours, printing what it found by semihosting: the texts must be the same,
 * but for what is explained.
 *
 * <p>Our board is given the eight bits of priority that QEMU's has.
 */
@Tag("oracle")
class SystemProgramOracleTest {
    /** The index of that console on the board, after the five serial ports. */
    private static final int SEMIHOSTING = 5;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theProgramPrintsTheSame(long seed) throws IOException, InterruptedException {
        Path elf = build(seed);
        List<String> theirs = tests(onQemu(elf));
        List<String> mine = tests(onOurs(elf));
        SystemDifferences differences = new SystemDifferences(theirs, mine);
        System.out.println("seed " + seed + ": " + theirs.size() + " tests, known differences " + differences.known());
        assertTrue(theirs.size() > 1000, "QEMU printed " + theirs.size() + " tests only");
        assertEquals("", differences.unexplained());
        assertEquals(theirs.size(), mine.size());
    }

    private Path build(long seed) throws IOException, InterruptedException {
        Path source = folder.resolve("system.s");
        Files.writeString(source, resource("system-runtime.s") + "\n" + SystemProgram.generate(seed));
        Path script = Files.writeString(folder.resolve("system.ld"), resource("system.ld"));
        Path object = folder.resolve("system.o");
        Path elf = folder.resolve("system.elf");
        run("arm-none-eabi-as", "-o", object.toString(), source.toString());
        run("arm-none-eabi-ld", "-T", script.toString(), "-e", "start", "-o", elf.toString(), object.toString());
        return elf;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SystemProgramOracleTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + ": " + output);
        return output;
    }

    private static String onQemu(Path elf) throws IOException, InterruptedException {
        return run(
                "timeout",
                "60",
                "qemu-system-arm",
                "-M",
                "mps2-an385",
                "-display",
                "none",
                "-monitor",
                "none",
                "-serial",
                "null",
                "-semihosting-config",
                "enable=on,target=native",
                "-kernel",
                elf.toString());
    }

    private static String onOurs(Path elf) throws IOException {
        BoardDescription board = BoardCatalog.open("mps2-an385").withPriorityBits(8);
        Elf image = Elf.parse("system.elf", Files.readAllBytes(elf));
        Machine machine = new MachineBuilder(board, image, MachineOptions.DEFAULT).build();
        StringBuilder text = new StringBuilder();
        machine.trace().record(CpuEventKind.CONSOLE.bit());
        machine.trace().drainTo(ring -> take(ring, text));
        StopReason stop = machine.run(RunBudget.of(100_000_000));
        take(machine.trace(), text);
        assertEquals(
                new StopReason.Halted(0),
                stop,
                () -> "at " + Long.toHexString(machine.processor().programCounter()) + " after\n" + text);
        return text.toString();
    }

    private static void take(TraceRing ring, StringBuilder text) {
        for (int i = 0; i < ring.size(); i++) {
            if (ring.argument(i, 0) == SEMIHOSTING) {
                text.append((char) ring.argument(i, 1));
            }
        }
        ring.clear();
    }

    /** The log's words, one test a line, from its beginning mark on; not what QEMU says between them. */
    private static List<String> tests(String log) {
        List<String> all = new ArrayList<>();
        StringBuilder test = new StringBuilder();
        for (String word : log.trim().split("\\s+")) {
            if (word.startsWith("7e57") && !test.isEmpty()) {
                all.add(test.toString().trim());
                test.setLength(0);
            }
            if (word.matches("[0-9a-f]{8}")) {
                test.append(word).append(' ');
            }
        }
        all.add(test.toString().trim());
        return all;
    }
}
