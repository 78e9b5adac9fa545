package ringside.cpu.vector;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import ringside.cpu.BadInputException;

/** Runs a file of test vectors. */
public final class VectorRunner {
    private static final int LONGEST_LINE = 1 << 20;

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
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(unpacked(in), StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (long number = 1; readLine(lines, line, fileName, number); number++) {
                if (!line.toString().isBlank()) {
                    TestVector vector = parser.parse(fileName + ", line " + number, line.toString());
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
                    fileName + " cannot be read after " + (passed + failed) + " vectors: " + broken.getMessage(),
                    broken);
        }
        return new VectorCount(passed, failed);
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        boolean packed = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        return packed ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    /** Reads a line of bounded length; false at the end. */
    private static boolean readLine(BufferedReader in, StringBuilder line, String fileName, long number)
            throws IOException {
        line.setLength(0);
        int c = in.read();
        if (c < 0) {
            return false;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
            if (line.length() > LONGEST_LINE) {
                throw new BadInputException(
                        fileName + ", line " + number + ": the line is longer than a million characters");
            }
        }
        return true;
    }
}
