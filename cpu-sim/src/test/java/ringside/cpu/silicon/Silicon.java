package ringside.cpu.silicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The native harness, built from its sources and running. */
final class Silicon implements AutoCloseable {
    private static final Path SOURCES = Path.of("src/test/native/silicon");

    private final Process process;

    private Silicon(Process process) {
        this.process = process;
    }

    /** Whether this machine can run it: Linux on x86-64, with a C compiler. */
    static boolean isPossible() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        boolean x86 = System.getProperty("os.arch").equals("amd64");
        return linux && x86 && Stream.of("/usr/bin/gcc", "/usr/local/bin/gcc").anyMatch(p -> Files.exists(Path.of(p)));
    }

    /** Builds the harness and starts it. */
    static Silicon start() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target/silicon"));
        Path program = folder.resolve("silicon");
        List<String> command = new ArrayList<>(List.of("gcc", "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-O2"));
        command.addAll(List.of(
                "-static-pie", "-fPIE", "-fno-stack-protector", "-mgeneral-regs-only", "-o", program.toString()));
        try (Stream<Path> files = Files.list(SOURCES)) {
            files.map(Path::toString)
                    .filter(name -> name.endsWith(".c"))
                    .sorted()
                    .forEach(command::add);
        }
        Process compiler = new ProcessBuilder(command).inheritIO().start();
        if (compiler.waitFor() != 0) {
            throw new IOException("the harness does not compile");
        }
        return new Silicon(new ProcessBuilder(program.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Where cases go. */
    OutputStream cases() {
        return process.getOutputStream();
    }

    /** Where vectors come from. */
    InputStream vectors() {
        return process.getInputStream();
    }

    /** Waits for its end after the last case, and gives its exit status. */
    int exitStatus() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
