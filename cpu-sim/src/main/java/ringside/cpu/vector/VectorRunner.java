package ringside.cpu.vector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import ringside.cpu.BadInputException;

/** Runs a file of test vectors. */
public final class VectorRunner {
    /** By the vectors' {@code cpu}. */
    private final Map<String, VectorTarget> targets = Map.of("cortex-m3", new CortexMBench(), "x86-64", new X86Bench());

    private long passed;
    private long failed;

    /** How many vectors have been run, also when a bad line ended the run. */
    public VectorCount count() {
        return new VectorCount(passed, failed);
    }

    /**
     * Reads and runs all vectors. Empty lines are skipped. Memory does not grow with their number.
     *
     * @param fileName names the file in messages
     * @param in the file's bytes, plain or compressed with gzip
     * @param failures gets each vector whose outcome is not the expected one, as soon as it has run
     * @throws BadInputException if a line is not a vector of a processor that this version has
     */
    public VectorCount run(String fileName, InputStream in, Consumer<VectorFailure> failures) {
        passed = 0;
        failed = 0;
        try (Reader text = new InputStreamReader(unpacked(in), StandardCharsets.UTF_8)) {
            BoundedLines lines = new BoundedLines(fileName, text);
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    VectorJson vector = VectorJson.read(lines.place(), line);
                    String difference = target(vector).run(vector);
                    if (difference.isEmpty()) {
                        passed++;
                    } else {
                        failed++;
                        failures.accept(new VectorFailure(vector.name(), difference));
                    }
                }
            }
        } catch (IOException broken) {
            throw new BadInputException(
                    fileName + " cannot be read after " + (passed + failed) + " vectors: " + reason(broken), broken);
        }
        return count();
    }

    private static String reason(IOException broken) {
        return broken.getMessage() == null ? "it ends too early" : broken.getMessage();
    }

    private VectorTarget target(VectorJson vector) {
        String cpu = vector.text("cpu");
        VectorTarget target = targets.get(cpu);
        if (target == null) {
            throw vector.bad(
                    "the vector is for the cpu \"" + cpu + "\"; this version runs cortex-m3 and x86-64 vectors");
        }
        return target;
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        boolean packed = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        return packed ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }
}
