package ringside.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A compact disc from which GRUB boots a kernel at once, without asking anybody. */
final class GrubImage {
    private static final String MAKER = "grub-mkrescue";
    private static final List<String> OTHERS = List.of("xorriso", "mformat", "mcopy");
    private static final Path BIOS_MODULES = Path.of("/usr/lib/grub/i386-pc");

    private GrubImage() {}

    /** Whether everything is there that makes such discs for a PC with a BIOS. */
    static boolean canBeMade() {
        return Files.isDirectory(BIOS_MODULES)
                && Stream.concat(Stream.of(MAKER), OTHERS.stream()).allMatch(GrubImage::isInstalled);
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * Makes a disc.
     *
     * @param folder where to
     * @param protocol 1 or 2
     * @param modules their contents by their names, in order
     */
    static Path make(Path folder, int protocol, Path kernel, String commandLine, Map<String, byte[]> modules)
            throws IOException, InterruptedException {
        Path boot = Files.createDirectories(folder.resolve("disc/boot"));
        Files.copy(kernel, boot.resolve("kernel"));
        String digit = protocol == 1 ? "" : "2";
        StringBuilder menu = new StringBuilder("set timeout=0\nmenuentry kernel {\n");
        menu.append("multiboot" + digit + " /boot/kernel " + commandLine + "\n");
        for (Map.Entry<String, byte[]> module : modules.entrySet()) {
            Files.write(boot.resolve(module.getKey()), module.getValue());
            menu.append("module" + digit + " /boot/" + module.getKey() + " " + module.getKey() + "\n");
        }
        menu.append("boot\n}\n");
        Files.writeString(Files.createDirectories(boot.resolve("grub")).resolve("grub.cfg"), menu);
        Path disc = folder.resolve("disc.iso");
        PcKernel.run(0, MAKER, "-o", disc.toString(), folder.resolve("disc").toString());
        return disc;
    }

    /**
     * Starts QEMU's machine {@code pc} with 64 MiB.
     *
     * @param what the options that say what boots
     * @return what the guest printed at the first serial port
     */
    static String printedOnQemu(Path folder, int exitCode, String... what) throws IOException, InterruptedException {
        Path output = folder.resolve("serial.txt");
        String options = "-M pc -m 64M -display none -monitor none -net none -no-reboot"
                + " -device isa-debug-exit,iobase=0xf4,iosize=4 -serial file:" + output;
        List<String> command = Stream.of(
                        Stream.of("qemu-system-x86_64"), Stream.of(options.split(" ")), Stream.of(what))
                .flatMap(part -> part)
                .toList();
        Process qemu = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertTrue(qemu.waitFor(60, TimeUnit.SECONDS), () -> "QEMU did not come to an end: " + command);
            assertEquals(exitCode, qemu.exitValue(), () -> "of " + command);
            return Files.readString(output);
        } finally {
            qemu.destroyForcibly();
        }
    }
}
