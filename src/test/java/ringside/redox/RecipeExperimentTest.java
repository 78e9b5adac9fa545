package ringside.redox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiment of 1.c with the recipes: one byte of a pinned source is changed. */
final class RecipeExperimentTest {
    private static final Path GUESTS = Path.of("kernels/guest");
    private static final String SOURCE = "mini-redox/servers/nulld/src/main.rs";

    /** What the tool said and its exit code. */
    private record Outcome(int exitCode, String text) {}

    @Test
    void aPinnedSourceThatHasChangedIsRefused(@TempDir Path folder) throws Exception {
        assumeTrue(hasPython(), "python3 with tomllib is not installed: the recipes cannot be checked");
        for (String needed : new String[] {"mini-redox", "tools", "common"}) {
            copy(GUESTS.resolve(needed), folder.resolve(needed));
        }
        Outcome before = check(folder);
        assertEquals(0, before.exitCode, before.text);

        byte[] source = Files.readAllBytes(folder.resolve(SOURCE));
        source[source.length / 2] ^= 1;
        Files.write(folder.resolve(SOURCE), source);
        Outcome after = check(folder);
        assertNotEquals(0, after.exitCode, after.text);
        assertTrue(after.text.contains("nulld") && after.text.contains("main.rs"), after.text);
        assertTrue(after.text.lines().count() < 5, "one clear message: " + after.text);
    }

    private static Outcome check(Path guests) throws Exception {
        return run(guests, "python3", "tools/recipe.py", "--check", "nulld");
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return run(Path.of("."), "python3", "-c", "import tomllib").exitCode == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static Outcome run(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
        return new Outcome(process.exitValue(), text);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                Files.createDirectories(target.getParent());
                Files.copy(each, target);
            }
        }
    }
}
