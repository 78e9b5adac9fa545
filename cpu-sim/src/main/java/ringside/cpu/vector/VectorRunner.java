package ringside.cpu.vector;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import ringside.cpu.BadInputException;

/** Runs a file of test vectors. */
public final class VectorRunner {
    private final VectorBench bench = new VectorBench();
    private final VectorParser parser = new VectorParser(new LinkedHashSet<>(bench.registerNames()));

    /**
     * Reads and runs all vectors. Empty lines are skipped. Memory does not grow with their number.
     *
     * @param fileName names the file in messages
     * @param in the file's bytes, plain or compressed with gzip
     * @param failures gets each vector whose outcome is not the expected one, as soon as it has run
     * @throws BadInputException if a line is not a vector of a processor that this version has
     */
    public VectorCount run(String fileName, InputStream in, Consumer<VectorFailure> failures) {
        long passed = 0;
        long failed = 0;
        try (Reader text = new InputStreamReader(unpacked(in), StandardCharsets.UTF_8)) {
            BoundedLines lines = new BoundedLines(fileName, text);
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    TestVector vector = parser.parse(lines.place(), line);
                    String difference = bench.run(vector);
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
        return new VectorCount(passed, failed);
    }

    private static String reason(IOException broken) {
        return broken.getMessage() == null ? "it ends too early" : broken.getMessage();
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        boolean packed = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        return packed ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }
}
