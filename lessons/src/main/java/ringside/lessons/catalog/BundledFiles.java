package ringside.lessons.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ringside.lessons.format.LessonFiles;

/** The files of a bundled lesson. */
record BundledFiles(String name) implements LessonFiles {
    private static final String FOLDER = "/lessons/";

    @Override
    public Optional<String> text(String file) {
        return resource(name + "/" + file);
    }

    static Optional<String> resource(String path) {
        try (InputStream in = BundledFiles.class.getResourceAsStream(FOLDER + path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
