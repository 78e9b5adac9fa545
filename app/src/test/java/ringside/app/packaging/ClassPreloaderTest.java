package ringside.app.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPreloaderTest {
    @TempDir
    Path folder;

    @Test
    void countsWhatCanBeLoadedAndPassesOverTheRest() throws IOException {
        jar("one.jar", "ringside/app/Launcher.class", "no/such/Type.class", "picture.png", "module-info.class");
        jar(
                "two.jar",
                "ringside/app/packaging/ClassPreloader.class",
                "META-INF/versions/21/ringside/app/Launcher.class");
        Files.writeString(folder.resolve("notes.txt"), "not a jar");
        assertEquals(2, ClassPreloader.load(folder));
    }

    private void jar(String name, String... entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                JarOutputStream jar = new JarOutputStream(out)) {
            for (String entry : entries) {
                jar.putNextEntry(new JarEntry(entry));
            }
        }
    }
}
