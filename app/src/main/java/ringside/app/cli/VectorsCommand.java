package ringside.app.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import ringside.cpu.BadInputException;
import ringside.cpu.vector.VectorCount;
import ringside.cpu.vector.VectorFailure;
import ringside.cpu.vector.VectorRunner;

/** Runs single-instruction test vectors. */
@Command(name = "vectors", description = "Runs single-instruction test vectors, one JSON object a line (or gzip).")
final class VectorsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file of vectors.")
    private Path file;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        if (!Files.exists(file) || Files.isDirectory(file)) {
            throw new BadInputException(file + " is not a file; give the path of a file of test vectors");
        }
        try (InputStream in = Files.newInputStream(file)) {
            VectorCount count = common.wantsJson() ? runAsJson(in) : runAsText(in);
            return count.failed() == 0 ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
        } catch (IOException unreadable) {
            throw new BadInputException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private VectorCount runAsText(InputStream in) {
        VectorCount count = new VectorRunner()
                .run(file.toString(), in, failure -> common.printf("%s: %s%n", failure.name(), failure.difference()));
        common.printf("%d passed, %d failed%n", count.passed(), count.failed());
        return count;
    }

    /**
     * Writes each failure as it comes, so that any number of them needs no memory. A bad line ends the run, but not in
     * the middle of the document: it holds what was run before.
     */
    private VectorCount runAsJson(InputStream in) throws IOException {
        JsonWriter json = new JsonWriter(common.out());
        json.setIndent("  ");
        json.beginObject().name("failures").beginArray();
        VectorRunner runner = new VectorRunner();
        try {
            runner.run(file.toString(), in, failure -> write(json, failure));
            end(json, runner.count());
        } catch (BadInputException bad) {
            end(json, runner.count());
            throw bad;
        }
        return runner.count();
    }

    private void end(JsonWriter json, VectorCount count) throws IOException {
        json.endArray();
        json.name("passed").value(count.passed());
        json.name("failed").value(count.failed());
        json.endObject();
        json.flush();
        common.out().println();
    }

    private static void write(JsonWriter json, VectorFailure failure) {
        try {
            json.beginObject();
            json.name("name").value(failure.name());
            json.name("difference").value(failure.difference());
            json.endObject();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
