package ringside.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonsCommandTest {
    @TempDir
    Path folder;

    @Test
    void theLessonsAreListed() {
        Invocation list = Invocation.of("lessons", "list", "--json");
        assertEquals(CommandLineProgram.DONE, list.status(), list.err());
        Schemas.assertFollows("lessons-list", list.out());
        JsonObject first = list.json().getAsJsonArray().get(0).getAsJsonObject();
        assertEquals("tock-first-process", first.get("id").getAsString());
        assertTrue(first.get("steps").getAsInt() >= 8);
        assertTrue(Invocation.of("lessons", "list").out().contains("From the vector table to the first process"));
    }

    @Test
    void theBundledLessonsPass() {
        Invocation check = Invocation.of("lessons", "check", "--json");
        assertEquals(CommandLineProgram.DONE, check.status(), check.err());
        Schemas.assertFollows("lessons-check", check.out());
        JsonObject first = check.json().getAsJsonArray().get(0).getAsJsonObject();
        assertTrue(first.get("passed").getAsBoolean());
        assertEquals(first.get("max"), first.get("score"));
    }

    @Test
    void aLessonWithAMistakeFailsAndSaysWhere() throws IOException {
        Files.writeString(folder.resolve("lesson.json"), "{\"format\": 1, \"steps\": []}");
        Invocation check = Invocation.of("lessons", "check", folder, "--json");
        assertEquals(CommandLineProgram.FAILED, check.status());
        Schemas.assertFollows("lessons-check", check.out());
        assertFalse(check.json()
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .get("passed")
                .getAsBoolean());
        assertTrue(Invocation.of("lessons", "check", folder).out().contains("lesson.json: steps must be a list"));
    }

    @Test
    void aFolderThatIsNotThereIsBadInput() {
        Invocation check = Invocation.of("lessons", "check", folder.resolve("nothing"));
        assertEquals(CommandLineProgram.BAD_INPUT, check.status());
        assertTrue(check.err().contains("there is no bundled lesson and no folder"), check.err());
    }
}
