package ringside.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ringside.cpu.board.MachineBuilder;
import ringside.cpu.board.MachineOptions;
import ringside.cpu.image.GuestImage;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;
import ringside.kernels.image.BoardCatalog;

/** A multiboot kernel in assembly that prints numbers of eight digits at the debug port, on QEMU and on our machine. */
final class PcKernel {
    private static final int EXIT_CODE = 0x10 << 1 | 1;
    private static final long LONGEST_RUN = 1_000_000_000;

    private final Path elf;

    private PcKernel(Path elf) {
        this.elf = elf;
    }

    /**
     * Builds a kernel that goes to 1 MiB.
     *
     * @param folder where to
     * @param resource its text
     * @param data what follows the text
     */
    static PcKernel build(Path folder, String resource, String data) throws IOException, InterruptedException {
        return buildAt(0x10_0000, folder, resource, data);
    }

    /** Builds a kernel that goes to another address. */
    static PcKernel buildAt(int base, Path folder, String resource, String data)
            throws IOException, InterruptedException {
        Path source = folder.resolve(resource);
        try (InputStream in = PcKernel.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(source, text + data);
        }
        Path object = folder.resolve("kernel.o");
        Path elf = folder.resolve("kernel.elf");
        run(0, "llvm-mc", "--triple=i386", "--filetype=obj", "-o", object.toString(), source.toString());
        run(
                0,
                "ld.lld",
                "-m",
                "elf_i386",
                "--image-base=" + base,
                "-e",
                "start",
                "-o",
                elf.toString(),
                object.toString());
        return new PcKernel(elf);
    }

    /** Runs a command, which must end with this status: what it printed. */
    static String run(int status, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(status, process.waitFor(), () -> String.join(" ", command) + ": " + output);
        return output;
    }

    /**
     * What it prints on QEMU.
     *
     * @param options of QEMU's, beside those that all kernels need
     */
    List<String> onQemu(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("timeout", "120", "qemu-system-x86_64", "-M", "pc"));
        command.addAll(
                List.of("-display", "none", "-monitor", "none", "-serial", "null", "-net", "none", "-no-reboot"));
        command.addAll(List.of("-debugcon", "stdio", "-device", "isa-debug-exit,iobase=0xf4,iosize=4"));
        command.addAll(List.of(options));
        command.addAll(List.of("-kernel", elf.toString()));
        return lines(run(EXIT_CODE, command.toArray(new String[0])));
    }

    /** What it prints here. */
    List<String> onOurs() throws IOException {
        GuestImage image = GuestImage.of("kernel.elf", Files.readAllBytes(elf));
        Machine machine = new MachineBuilder(BoardCatalog.open("pc"), image, MachineOptions.DEFAULT).build();
        StringBuilder text = new StringBuilder();
        int debug = machine.consoles().indexOf("debug");
        machine.trace().record(CpuEventKind.CONSOLE.bit());
        machine.trace().drainTo(ring -> take(ring, debug, text));
        StopReason stop = machine.run(RunBudget.of(LONGEST_RUN));
        take(machine.trace(), debug, text);
        assertEquals(new StopReason.Halted(EXIT_CODE), stop, () -> "after\n" + text);
        return lines(text.toString());
    }

    /** Adds what was printed at a port to a text. */
    static void take(TraceRing ring, int port, StringBuilder text) {
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
