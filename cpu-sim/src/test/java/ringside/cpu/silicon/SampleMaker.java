package ringside.cpu.silicon;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import ringside.cpu.vector.VectorFailure;
import ringside.cpu.vector.VectorRunner;

/**
 * Writes the sample of vectors that the ordinary tests run; sorted, for it compresses better so.
 *
 * <p>Arguments: file, such as {@code src/test/resources/ringside/cpu/silicon/sample.jsonl.gz}, seed, number of cases in 64-bit mode, number in compatibility mode. All of them must agree.
 */
final class SampleMaker {
    private SampleMaker() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long seed = Long.parseLong(arguments[1]);
        List<String> lines = new ArrayList<>();
        append(lines, seed, 64, Integer.parseInt(arguments[2]));
        append(lines, seed, 32, Integer.parseInt(arguments[3]));
        Collections.sort(lines);
        try (OutputStream file = Files.newOutputStream(Path.of(arguments[0]));
                OutputStream out = new BestGzip(file)) {
            for (String line : lines) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    private static void append(List<String> lines, long seed, int codeBits, int cases)
            throws IOException, InterruptedException {
        List<VectorFailure> failures = new ArrayList<>();
        VectorRunner runner = new VectorRunner();
        try (Silicon silicon = Silicon.start()) {
            Feeder feeder = new Feeder(silicon.cases(), seed, codeBits, true, cases);
            feeder.start();
            BufferedReader vectors =
                    new BufferedReader(new InputStreamReader(silicon.vectors(), StandardCharsets.UTF_8));
            for (String line = vectors.readLine(); line != null; line = vectors.readLine()) {
                byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
                runner.run("sample", new ByteArrayInputStream(bytes), failures::add);
                lines.add(line);
            }
            feeder.join();
        }
        if (!failures.isEmpty()) {
            throw new IOException(failures.size() + " vectors differ, the first: " + failures.get(0));
        }
    }
}
