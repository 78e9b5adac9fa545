package ringside.cpu.x86.host;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The processor of this machine, by way of {@code float.c}. */
final class Host {
    private final Path program;

    private Host(Path program) {
        this.program = program;
    }

    /** Compiles the program into a folder. */
    static Host compile(Path folder) throws IOException, InterruptedException {
        Path program = folder.resolve("float");
        int code = new ProcessBuilder(
                        "gcc",
                        "-O1",
                        "-Wall",
                        "-Werror",
                        "-mno-red-zone",
                        "-o",
                        program.toString(),
                        "src/test/native/float.c")
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("gcc cannot compile float.c");
        }
        return new Host(program);
    }

    /** What becomes of the cases. */
    List<FloatCase> run(List<FloatCase> cases) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread writer = new Thread(() -> write(process, cases));
        writer.start();
        List<FloatCase> found = new ArrayList<>();
        try (InputStream in = process.getInputStream()) {
            for (int i = 0; i < cases.size(); i++) {
                byte[] record = in.readNBytes(FloatCase.SIZE);
                if (record.length < FloatCase.SIZE) {
                    throw new IOException("float.c ended at case " + i);
                }
                found.add(new FloatCase(record));
            }
        }
        writer.join();
        process.waitFor();
        return found;
    }

    private static void write(Process process, List<FloatCase> cases) {
        try (OutputStream out = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
            for (FloatCase c : cases) {
                out.write(c.bytes.array());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
