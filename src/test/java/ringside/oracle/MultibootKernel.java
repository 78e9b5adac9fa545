package ringside.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import ringside.cpu.board.MachineBuilder;
import ringside.cpu.board.MachineOptions;
import ringside.cpu.image.GuestImage;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.cpu.pc.boot.BootModule;
import ringside.cpu.trace.CpuEventKind;
import ringside.kernels.image.BoardCatalog;

/** The kernel {@code multiboot.s}, started by GRUB, by QEMU's {@code -kernel}, and by our own loader. */
final class MultibootKernel {
    /** How the kernel's file is made. */
    enum Shape {
        ELF_32,
        ELF_64,
        /** No ELF file: the header says where it goes. */
        FLAT
    }

    /** The kernel's command line, without the file's name. */
    static final String COMMAND_LINE = "quiet root=/dev/ram --";

    /** The modules' contents by their names. */
    static final Map<String, byte[]> MODULES = new LinkedHashMap<>();

    static {
        byte[] disk = new byte[5000];
        for (int i = 0; i < disk.length; i++) {
            disk[i] = (byte) (i * i >>> 3);
        }
        MODULES.put("disk.img", disk);
        MODULES.put("words.txt", "hello".getBytes(StandardCharsets.US_ASCII));
    }

    private static final int EXIT_CODE = 0x10 << 1 | 1;
    private static final long LIMIT = 200_000_000;

    private final Path folder;
    private final int protocol;
    private final Path file;

    private MultibootKernel(Path folder, int protocol, Path file) {
        this.folder = folder;
        this.protocol = protocol;
        this.file = file;
    }

    /** Builds the kernel for version 1 or 2 of the specification. */
    static MultibootKernel build(Path folder, int protocol, Shape shape) throws IOException, InterruptedException {
        Path source = folder.resolve("multiboot.s");
        try (InputStream in = MultibootKernel.class.getResourceAsStream("multiboot.s")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(source, text + (protocol == 1 ? header1(shape) : header2(shape)));
        }
        boolean wide = shape == Shape.ELF_64;
        Path object = folder.resolve("kernel.o");
        Path file = folder.resolve("kernel");
        String triple = "--triple=" + (wide ? "x86_64" : "i386");
        PcKernel.run(0, "llvm-mc", triple, "--filetype=obj", "-o", object.toString(), source.toString());
        String options = "ld.lld --image-base=0x100000 -e start --oformat "
                + (shape == Shape.FLAT ? "binary" : "elf" + (wide ? "64-x86-64" : "32-i386"))
                + " -m " + (wide ? "elf_x86_64" : "elf_i386") + " -o " + file + " " + object;
        PcKernel.run(0, options.split(" "));
        return new MultibootKernel(folder, protocol, file);
    }

    /** Aligned modules, memory map, text mode; addresses. */
    private static String header1(Shape shape) {
        String flags = shape == Shape.FLAT ? "0x10007" : "7";
        String addresses = shape == Shape.FLAT ? "header, header, 0, stack, start" : "0, 0, 0, 0, 0";
        return """
                .section .multiboot, "a"
                .align 4
                header: .long 0x1BADB002, FLAGS, -(0x1BADB002 + FLAGS), ADDRESSES, 1, 80, 25, 0
            """.replace("FLAGS", flags).replace("ADDRESSES", addresses);
    }

    /** What is asked for: command line, loader's name, modules, sizes of memory, memory map, ACPI; addresses. */
    private static String header2(Shape shape) {
        String addresses = """
                .word 2, 0
                .long 24, header, header, 0, stack
                .word 3, 0
                .long 12, start, 0
            """;
        return """
                .section .multiboot, "a"
                .align 8
                header: .long 0xE85250D6, 0, header_end - header, -(0xE85250D6 + (header_end - header))
                .word 1, 0
                .long 32, 1, 2, 3, 4, 6, 14
            """ + (shape == Shape.FLAT ? addresses : "") + """
                .word 0, 0
                .long 8
                header_end:
            """;
    }

    Path file() {
        return file;
    }

    /** What it prints when GRUB has loaded it, on QEMU. */
    LoaderDump byGrub() throws IOException, InterruptedException {
        Path disc = GrubImage.make(folder, protocol, file, COMMAND_LINE, MODULES);
        return LoaderDump.parse(GrubImage.printedOnQemu(folder, EXIT_CODE, "-cdrom", disc.toString(), "-boot", "d"));
    }

    /** What it prints when QEMU itself has loaded it. */
    LoaderDump byQemu() throws IOException, InterruptedException {
        for (Map.Entry<String, byte[]> module : MODULES.entrySet()) {
            Files.write(folder.resolve(module.getKey()), module.getValue());
        }
        String modules = MODULES.keySet().stream()
                .map(name -> folder.resolve(name).toString())
                .collect(Collectors.joining(","));
        return LoaderDump.parse(GrubImage.printedOnQemu(
                folder, EXIT_CODE, "-kernel", file.toString(), "-append", COMMAND_LINE, "-initrd", modules));
    }

    /** What it prints here. */
    LoaderDump byOurs() throws IOException {
        GuestImage image = GuestImage.of("kernel", Files.readAllBytes(file));
        List<BootModule> modules = MODULES.entrySet().stream()
                .map(module -> new BootModule(module.getKey(), module.getValue()))
                .toList();
        MachineOptions options = new MachineOptions(0, 0, COMMAND_LINE, MachineOptions.DEFAULT.files(), modules);
        Machine machine = new MachineBuilder(BoardCatalog.open("pc"), image, options).build();
        StringBuilder text = new StringBuilder();
        int serial = machine.consoles().indexOf("uart0");
        machine.trace().record(CpuEventKind.CONSOLE.bit());
        machine.trace().drainTo(ring -> PcKernel.take(ring, serial, text));
        StopReason stop = machine.run(RunBudget.of(LIMIT));
        PcKernel.take(machine.trace(), serial, text);
        assertEquals(new StopReason.Halted(EXIT_CODE), stop, () -> "after\n" + text);
        return LoaderDump.parse(text.toString());
    }
}
