package ringside.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.kernels.session.EventKinds;

/** The commands but {@code run}, on the real image, each with its schema. */
class CommandsTest {
    @TempDir
    Path folder;

    @Test
    void imagesAreListedAndTheirHashesHold() {
        Invocation list = Invocation.of("images", "--json");
        Schemas.assertFollows("images", list.out());
        JsonArray images = list.json().getAsJsonArray();
        assertEquals("mini-tock", images.get(0).getAsJsonObject().get("name").getAsString());
        Invocation check = Invocation.of("images", "--check", "--json");
        assertEquals(CommandLineProgram.DONE, check.status(), check.out());
        Schemas.assertFollows("images", check.out());
        assertTrue(Invocation.of("images").out().contains("mini-tock"));
        assertTrue(Invocation.of("images", "--check").out().contains("holds"));
    }

    /** Of the longest name too, the columns behind it begin where those of all others do. */
    @Test
    void theColumnsOfTheImagesAreStraight() {
        List<String> lines = Invocation.of("images")
                .out()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .toList();
        JsonArray images = Invocation.of("images", "--json").json().getAsJsonArray();
        assertEquals(images.size(), lines.size());
        for (int i = 0; i < lines.size(); i++) {
            JsonObject image = images.get(i).getAsJsonObject();
            String hash = image.get("sha256").getAsString();
            assertEquals(lines.get(0).length(), lines.get(i).indexOf(hash) + hash.length(), lines.get(i));
            assertEquals(lines.get(0).length(), lines.get(i).length(), lines.get(i));
        }
        List<Integer> comparisons = Invocation.of("images", "--check")
                .out()
                .lines()
                .filter(line -> line.contains(" holds, "))
                .map(line -> line.indexOf(" holds, "))
                .toList();
        assertEquals(images.size(), comparisons.size());
        assertEquals(1, comparisons.stream().distinct().count(), comparisons.toString());
    }

    @Test
    void helpListsTheCommandsAndExplainsOne() {
        Invocation help = Invocation.of("help");
        assertEquals(CommandLineProgram.DONE, help.status(), help.err());
        assertEquals(Invocation.of("--help").out(), help.out());
        assertTrue(help.out().contains("vectors"), help.out());
        assertEquals(
                Invocation.of("run", "--help").out(),
                Invocation.of("help", "run").out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registers",
                "mpu",
                "nvic",
                "devices",
                "scheduler",
                "tasks",
                "grants",
                "upcalls",
                "system-calls",
                "stack",
                "disassembly",
                "source",
                "memory:20000000:64"
            })
    void everyViewIsShown(String view) {
        Invocation state = Invocation.of("state", "mini-tock", "--at", 300_000, "--view", view, "--json");
        assertEquals(CommandLineProgram.DONE, state.status(), state.err());
        Schemas.assertFollows("state", state.out());
        assertEquals(view, state.object().get("view").getAsString());
        assertEquals(300_000, state.object().get("mark").getAsLong());
        Invocation text = Invocation.of("state", "mini-tock", "--at", 300_000, "--view", view);
        assertEquals(CommandLineProgram.DONE, text.status(), text.err());
        assertFalse(text.out().isBlank());
    }

    @Test
    void eventsAreInOrderAndOfDocumentedKinds() {
        Invocation events = Invocation.of("events", "mini-tock", "--limit", 200_000, "--json");
        assertEquals(CommandLineProgram.DONE, events.status(), events.err());
        long before = 0;
        List<String> lines = events.out().lines().toList();
        assertTrue(lines.size() > 500, lines.size() + " events");
        for (String line : lines) {
            JsonObject event = JsonParser.parseString(line).getAsJsonObject();
            assertTrue(event.get("mark").getAsLong() >= before, line);
            before = event.get("mark").getAsLong();
            assertTrue(EventKinds.all().contains(event.get("kind").getAsString()), line);
        }
        for (int i = 0; i < lines.size(); i += 37) {
            Schemas.assertFollows("events", lines.get(i));
        }
        String calls = Invocation.of("events", "mini-tock", "--limit", 200_000, "--kind", "system-call", "--json")
                .out();
        assertEquals(
                lines.stream()
                        .filter(line -> line.contains("\"kind\":\"system-call\""))
                        .toList(),
                calls.lines().toList());
    }

    @Test
    void aTraceReplaysAndADifferentRunDiverges() throws IOException {
        Path trace = folder.resolve("run.rtrace");
        Invocation run = Invocation.of("run", "mini-tock", "--limit", 700_000, "--trace", trace, "--json");
        assertEquals(CommandLineProgram.DONE, run.status(), run.err());
        assertTrue(Files.size(trace) < 8 << 10, Files.size(trace) + " bytes");

        Invocation replay = Invocation.of("replay", trace, "--json");
        assertEquals(CommandLineProgram.DONE, replay.status(), replay.err());
        Schemas.assertFollows("replay", replay.out());
        assertEquals(run.object().get("digest"), replay.object().get("digest"));
        assertEquals(replay.object().get("checkpoints"), replay.object().get("verified"));

        Invocation view = Invocation.of("replay", trace, "--to", 300_000, "--view", "scheduler", "--json");
        Schemas.assertFollows("replay", view.out());
        JsonElement state = Invocation.of("state", "mini-tock", "--at", 300_000, "--view", "scheduler", "--json")
                .object()
                .get("data");
        assertEquals(state, view.object().get("data"));

        Invocation slower = Invocation.of(
                "run", "mini-tock", "--clock", 24_000_000, "--limit", 700_000, "--trace", trace, "--json");
        assertEquals(CommandLineProgram.DONE, slower.status(), slower.err());
        assertEquals(CommandLineProgram.DONE, Invocation.of("replay", trace).status(), "options are in the trace");
    }

    @Test
    void aTraceOfAUsersOwnImageCarriesIt() throws IOException {
        Path elf = folder.resolve("own.elf");
        try (var in = getClass().getResourceAsStream("/images/echo.elf")) {
            Files.copy(in, elf);
        }
        Path trace = folder.resolve("own.rtrace");
        assertEquals(
                0, Invocation.of("run", elf, "--limit", 5_000, "--trace", trace).status());
        Files.delete(elf);
        assertEquals(CommandLineProgram.DONE, Invocation.of("replay", trace).status());
    }

    @Test
    void vectorsArePassedOrToldApart() throws IOException {
        String vector =
                "{\"name\":\"adds r0, r1, r2\",\"cpu\":\"cortex-m3\",\"bytes\":\"8818\",\"before\":{\"regs\":{\"r1\":\"5\","
                        + "\"r2\":\"7\",\"pc\":\"1000\"}},\"after\":{\"regs\":{\"r0\":\"%s\",\"pc\":\"1002\"}},\"exception\":null}\n";
        Path file = folder.resolve("v.jsonl");
        Files.writeString(file, vector.replace("%s", "c") + vector.replace("%s", "d"));
        Invocation run = Invocation.of("vectors", file, "--json");
        assertEquals(CommandLineProgram.FAILED, run.status(), run.err());
        Schemas.assertFollows("vectors", run.out());
        assertEquals(1, run.object().get("passed").getAsInt());
        assertEquals(1, run.object().get("failed").getAsInt());
        Files.writeString(file, vector.replace("%s", "c"));
        Invocation passing = Invocation.of("vectors", file);
        assertEquals(CommandLineProgram.DONE, passing.status());
        assertTrue(passing.out().contains("1 passed, 0 failed"), passing.out());
    }

    @Test
    void aBadLineAfterFailuresLeavesAWholeDocument() throws IOException {
        String wrong =
                "{\"name\":\"nop\",\"cpu\":\"cortex-m3\",\"bytes\":\"00bf\",\"before\":{\"regs\":{\"pc\":\"1000\"}},"
                        + "\"after\":{\"regs\":{\"pc\":\"1004\"}},\"exception\":null}\n";
        Path file = folder.resolve("v.jsonl");
        Files.writeString(file, wrong + wrong + "not json\n" + wrong);
        Invocation run = Invocation.of("vectors", file, "--json");
        assertEquals(CommandLineProgram.BAD_INPUT, run.status());
        Schemas.assertFollows("vectors", run.out());
        assertEquals(2, run.object().get("failed").getAsInt());
        assertEquals(2, run.object().getAsJsonArray("failures").size());
        assertEquals(1, run.err().strip().lines().count(), run.err());
        assertTrue(run.err().contains("line 3"), run.err());
    }

    @Test
    void lessonsAreListedAndTheirSolutionsPass() throws IOException {
        Invocation list = Invocation.of("lessons", "list", "--json");
        assertEquals(CommandLineProgram.DONE, list.status(), list.err());
        Schemas.assertFollows("lessons-list", list.out());
        String id =
                list.json().getAsJsonArray().get(0).getAsJsonObject().get("id").getAsString();
        assertTrue(Invocation.of("lessons", "list").out().contains(id));

        Invocation check = Invocation.of("lessons", "check", "--json");
        assertEquals(CommandLineProgram.DONE, check.status(), check.out() + check.err());
        Schemas.assertFollows("lessons-check", check.out());
        assertTrue(Invocation.of("lessons", "check", id).out().contains("passed"));

        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve("lesson.json"), "{}");
        Invocation failed = Invocation.of("lessons", "check", broken, "--json");
        assertEquals(CommandLineProgram.FAILED, failed.status(), failed.err());
        Schemas.assertFollows("lessons-check", failed.out());
    }

    @Test
    void aPaneIsDrawnWithoutADisplay() throws IOException {
        Path png = folder.resolve("mpu.png");
        Invocation picture = Invocation.of("picture", "mini-tock", "--at", 300_000, "--pane", "mpu", "-o", png);
        assertEquals(CommandLineProgram.DONE, picture.status(), picture.err());
        BufferedImage image = ImageIO.read(png.toFile());
        assertTrue(image.getWidth() >= 400 && image.getHeight() >= 200, image.toString());
        assertTrue(new Random(1)
                        .ints(2_000, 0, image.getWidth() * 200)
                        .map(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()))
                        .distinct()
                        .count()
                > 3);

        Invocation noPane = Invocation.of("picture", "mini-tock", "--at", 1, "--pane", "nosuch", "-o", png);
        assertEquals(CommandLineProgram.BAD_INPUT, noPane.status());
        assertTrue(noPane.err().contains("no pane \"nosuch\""), noPane.err());
        Path nowhere = folder.resolve("missing").resolve("mpu.png");
        Invocation unwritable = Invocation.of("picture", "mini-tock", "--at", 1, "--pane", "mpu", "-o", nowhere);
        assertEquals(CommandLineProgram.BAD_INPUT, unwritable.status());
        assertEquals(1, unwritable.err().lines().count(), unwritable.err());
    }

    @Test
    void benchMeasures() {
        Invocation bench = Invocation.of("bench", "--machine", "x86-64", "--seconds", 1, "--json");
        assertEquals(CommandLineProgram.DONE, bench.status(), bench.err());
        Schemas.assertFollows("bench", bench.out());
        for (JsonElement run : bench.object().getAsJsonArray("runs")) {
            assertTrue(run.getAsJsonObject().get("mips").getAsDouble() > 0.1, run.toString());
        }
    }

    @Test
    void everySchemaIsThereAndHelpNamesEveryCommand() {
        for (String name : SchemasCommand.NAMES) {
            Invocation schema = Invocation.of("schemas", name);
            assertEquals(CommandLineProgram.DONE, schema.status());
            assertTrue(schema.object().has("$schema"), name);
        }
        Invocation help = Invocation.of("--help");
        assertEquals(CommandLineProgram.DONE, help.status());
        for (String command : List.of(
                "images", "run", "state", "events", "replay", "diff", "export", "lessons", "vectors", "inject", "gdb",
                "bench", "picture")) {
            assertTrue(help.out().contains("\n  " + command + " "), command);
        }
        assertEquals(CommandLineProgram.DONE, Invocation.of("run", "--help").status());
        assertTrue(Invocation.of("--version").out().startsWith("ringside "));
    }
}
