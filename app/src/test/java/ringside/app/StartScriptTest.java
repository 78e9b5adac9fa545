package ringside.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The start script finds Java and hands on its arguments. A stand-in for Java prints what it was called with, one argument
 * a line.
 */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
    private static final Path SCRIPT = Path.of("src/main/launcher/bin/ringside").toAbsolutePath();
    private static final String PRINT_ARGUMENTS = "#!/bin/sh\nfor a in \"$@\"; do printf '%s\\n' \"$a\"; done\n";

    @TempDir
    Path temp;

    private Path script;

    private record Outcome(int status, List<String> out, List<String> error) {}

    @BeforeEach
    void layOutTheFolder() throws IOException {
        Path folder = temp.resolve("a folder/ringside");
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/ringside.jar"), "");
        script = Files.copy(SCRIPT, folder.resolve("bin/ringside"));
        assertTrue(script.toFile().setExecutable(true));
    }

    @Test
    void argumentsArriveAsTheyWereGiven() throws Exception {
        Path java = javaHome("jdk", "JAVA_VERSION=\"17.0.15\"\n");
        Outcome outcome =
                start(Map.of("JAVA_HOME", java.toString()), script, "run", "two words", "", "*", "$HOME", "\"");
        assertEquals(0, outcome.status());
        List<String> arguments = outcome.out();
        int main = arguments.indexOf("ringside.app.Launcher");
        assertEquals(
                List.of("run", "two words", "", "*", "$HOME", "\""), arguments.subList(main + 1, arguments.size()));
    }

    @Test
    void theJarsAreFoundThroughALinkFromAnyFolder() throws Exception {
        Path java = javaHome("jdk", "JAVA_VERSION=\"21\"\n");
        Path first = Files.createSymbolicLink(temp.resolve("first"), Path.of("a folder/ringside/bin/ringside"));
        Path second = Files.createSymbolicLink(
                Files.createDirectory(temp.resolve("bin")).resolve("rs"), first);
        List<String> arguments =
                start(Map.of("JAVA_HOME", java.toString()), second, "images").out();
        Path jar = Path.of(arguments.get(arguments.indexOf("-cp") + 1));
        assertEquals(script.getParent().resolveSibling("lib/ringside.jar").toRealPath(), jar.toRealPath());
    }

    @Test
    void javaOnThePathServesWithoutJavaHome() throws Exception {
        Path java = javaHome("jdk", "JAVA_VERSION=\"17\"\n");
        String path = java.resolve("bin") + File.pathSeparator + System.getenv("PATH");
        assertEquals(0, start(Map.of("PATH", path), script).status());
    }

    @Test
    void anOldJavaIsNamedInOneLine() throws Exception {
        Path java = javaHome("jdk", "JAVA_VERSION=\"11.0.2\"\n");
        Outcome outcome = start(Map.of("JAVA_HOME", java.toString()), script);
        assertEquals(2, outcome.status());
        assertEquals(
                List.of("ringside: " + java
                        + "/bin/java is Java 11.0.2, too old: install Java 17 or newer, or set JAVA_HOME"),
                outcome.error());
        assertEquals(List.of(), outcome.out());
    }

    @Test
    void aJavaWithoutItsReleaseFileIsAskedForItsVersion() throws Exception {
        Path java = javaHome("jdk", null);
        Files.writeString(java.resolve("bin/java"), "#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n");
        Outcome outcome = start(Map.of("JAVA_HOME", java.toString()), script);
        assertEquals(2, outcome.status());
        assertTrue(outcome.error().get(0).contains("is Java 1.8.0, too old"), outcome.error()::toString);
    }

    @Test
    void aWrongJavaHomeIsNamedInOneLine() throws Exception {
        Outcome outcome = start(Map.of("JAVA_HOME", "/no/such/jdk"), script);
        assertEquals(2, outcome.status());
        assertEquals(1, outcome.error().size());
        assertTrue(outcome.error().get(0).contains("JAVA_HOME is /no/such/jdk"), outcome.error()::toString);
    }

    @Test
    void noJavaAtAllIsSaidInOneLine() throws Exception {
        Path tools = Files.createDirectory(temp.resolve("tools"));
        for (String tool : List.of("dirname", "basename", "readlink", "sed", "head")) {
            Path wrapper =
                    Files.writeString(tools.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
            assertTrue(wrapper.toFile().setExecutable(true));
        }
        Outcome outcome = start(Map.of("PATH", tools.toString()), script);
        assertEquals(2, outcome.status());
        assertEquals(List.of("ringside: no Java found: install Java 17 or newer, or set JAVA_HOME"), outcome.error());
    }

    private Path javaHome(String name, String release) throws IOException {
        Path home = temp.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Path java = Files.writeString(home.resolve("bin/java"), PRINT_ARGUMENTS);
        assertTrue(java.toFile().setExecutable(true));
        if (release != null) {
            Files.writeString(home.resolve("release"), release);
        }
        return home.toRealPath();
    }

    private Outcome start(Map<String, String> environment, Path script, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(temp.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        Path out = temp.resolve("out.txt");
        Path error = temp.resolve("error.txt");
        Process process = builder.redirectOutput(out.toFile())
                .redirectError(error.toFile())
                .start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the script hangs");
        return new Outcome(process.exitValue(), Files.readAllLines(out), Files.readAllLines(error));
    }
}
