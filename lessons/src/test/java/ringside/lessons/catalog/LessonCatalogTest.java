package ringside.lessons.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.cpu.BadInputException;
import ringside.lessons.check.LessonCheck;
import ringside.lessons.format.LessonFiles;
import ringside.lessons.format.TextFiles;

class LessonCatalogTest {
    private static final int LONGEST_TEXT = 230;

    @TempDir
    Path folder;

    private static List<String> ids() {
        return LessonCatalog.ids();
    }

    private static List<String> mistakes(String schema, String json) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        String text = BundledFiles.resource(schema + ".schema.json").orElseThrow();
        return registry.getSchema(text, InputFormat.JSON).validate(json, InputFormat.JSON).stream()
                .map(String::valueOf)
                .toList();
    }

    @Test
    void thereIsABundledLesson() {
        LessonSummary first = LessonCatalog.summaries().get(0);
        assertEquals("tock-first-process", first.id());
        assertEquals("From the vector table to the first process", first.title());
        assertTrue(first.steps() >= 8);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aBundledLessonFollowsTheSchemas(String id) {
        LessonFiles files = LessonCatalog.files(id);
        assertEquals(id, LessonCatalog.open(id).id());
        assertEquals(List.of(), mistakes("lesson", files.text("lesson.json").orElseThrow()));
        assertEquals(List.of(), mistakes("solution", files.text("solution.json").orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aTextFitsOnAScreen(String id) {
        LessonCatalog.open(id)
                .steps()
                .forEach(step -> assertTrue(step.text().split("\\s+").length <= LONGEST_TEXT, step.id()));
    }

    @Test
    void theSchemasAcceptASoundLessonAndRefuseMistakes() {
        TextFiles sound = TextFiles.sound();
        assertEquals(List.of(), mistakes("lesson", sound.text("lesson.json").orElseThrow()));
        assertEquals(List.of(), mistakes("solution", sound.text("solution.json").orElseThrow()));
        for (String[] change : new String[][] {
            {"\"atLeast\"", "\"atleast\""},
            {"\"pane\": \"registers\"", "\"pane\": \"page-table\""},
            {"\"kind\": \"address\"", "\"kind\": \"choice\""},
            {"\"format\": 1", "\"format\": 2"},
            {"\"view\": \"registers\", \"path\": \"values.sp\"}", "\"view\": \"registers\"}"}
        }) {
            String broken = TextFiles.sound()
                    .replace("lesson.json", change[0], change[1])
                    .text("lesson.json")
                    .orElseThrow();
            assertFalse(mistakes("lesson", broken).isEmpty(), change[1]);
        }
    }

    @Test
    void aFolderIsALessonToo() throws IOException {
        for (String file : List.of("lesson.json", "solution.json", "one.md", "two.md")) {
            Files.writeString(folder.resolve(file), TextFiles.sound().text(file).orElseThrow());
        }
        assertEquals("two-steps", LessonCatalog.open(folder.toString()).id());
        assertEquals("mini-tock", LessonCatalog.open(folder.toString()).image());
        Files.writeString(
                folder.resolve("lesson.json"),
                TextFiles.sound()
                        .replace("lesson.json", "mini-tock", "own.elf")
                        .text("lesson.json")
                        .orElseThrow());
        assertEquals("own.elf", LessonCatalog.open(folder.toString()).image());
        Files.writeString(folder.resolve("own.elf"), "not an ELF");
        assertEquals(
                folder.resolve("own.elf").toString(),
                LessonCatalog.open(folder.toString()).image());
        assertFalse(LessonCheck.check(folder.toString()).passed());
        Files.write(folder.resolve("one.md"), new byte[] {(byte) 0xC3, 0x28});
        BadInputException wrong = assertThrows(BadInputException.class, () -> LessonCatalog.open(folder.toString()));
        assertTrue(wrong.getMessage().contains("one.md is not UTF-8 text"), wrong.getMessage());
    }

    @Test
    void anythingElseIsOneClearError() {
        BadInputException wrong = assertThrows(BadInputException.class, () -> LessonCatalog.open("no-such-lesson"));
        assertTrue(wrong.getMessage().contains("the bundled lessons are tock-first-process"), wrong.getMessage());
        assertThrows(BadInputException.class, () -> LessonCatalog.open("\0"));
    }
}
