package ringside.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The project's own files, as the tests of this package read them: build output and dot folders are left out. */
final class Repository {
    /** Surefire runs these tests in the project's top folder; an editor may run them below it. */
    static final Path ROOT = findRoot();

    private static final Set<String> SKIPPED = Set.of("target", "node_modules");

    private Repository() {}

    private static Path findRoot() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("cpu-sim/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("run inside the project's folder");
    }

    /** All files below a folder of the project whose names end so, sorted; relative to the top folder. */
    static List<Path> files(String folder, String ending) {
        Path start = ROOT.resolve(folder);
        if (!Files.exists(start)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(start)) {
            return all.filter(path -> path.getFileName().toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .map(ROOT::relativize)
                    .filter(Repository::isOurs)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path relative) {
        for (Path part : relative) {
            if (SKIPPED.contains(part.toString()) || part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    /** The text of a file given relative to the top folder. */
    static String text(Path relative) {
        try {
            return Files.readString(ROOT.resolve(relative), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path in the form the lists in this package use: relative, with slashes. */
    static String name(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    /** The lines of a list beside the tests, without comments and blank lines. */
    static List<String> list(String resource) {
        return text(Path.of("src/test/resources/ringside/architecture", resource))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
