package ringside.app.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Preferences come back as they were; a bad file is told of and kept. */
class PreferencesFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() {
        Preferences preferences = new Preferences("light", 1.5, Map.of("step", "F8"), List.of("/tmp/a.rtrace"));
        PreferencesFile file = new PreferencesFile(folder.resolve("deep").resolve("preferences.json"));
        assertTrue(file.write(preferences));
        assertEquals(preferences, file.read());
        assertEquals("", file.problem());
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        PreferencesFile file = new PreferencesFile(folder.resolve("preferences.json"));
        assertEquals(Preferences.DEFAULTS, file.read());
        assertEquals("", file.problem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"zoom\": \"large\"}", "{\"keys\": 5}", "{\"recent\": [{}]}", ""})
    void aBadFileIsKeptAndTold(String content) throws IOException {
        Path path = folder.resolve("preferences.json");
        Files.writeString(path, content);
        PreferencesFile file = new PreferencesFile(path);
        assertEquals(Preferences.DEFAULTS, file.read());
        assertTrue(file.problem().contains(path.toString()), file.problem());
        assertEquals(content, Files.readString(folder.resolve("preferences-unreadable.json")));
    }

    @Test
    void recentFilesAreListedOnceTheLatestFirst() {
        Preferences preferences = Preferences.DEFAULTS;
        for (int i = 0; i < 12; i++) {
            preferences = preferences.withRecent("file" + i);
        }
        preferences = preferences.withRecent("file9");
        assertEquals("file9", preferences.recent().get(0));
        assertEquals(8, preferences.recent().size());
        assertEquals(1, preferences.recent().stream().filter("file9"::equals).count());
    }
}
