package ringside.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.kernels.session.EventKinds;

/** The views of kernels on the command line, each as its own schema says. */
class KernelViewsCommandTest {
    /** Init of mini-redox has started its first daemons, and reads the next program. */
    private static final int AT_WORK = 5_000_000;

    private static Invocation state(String image, int mark, String view, String... more) {
        return more.length == 0
                ? Invocation.of("state", image, "--at", mark, "--view", view)
                : Invocation.of("state", image, "--at", mark, "--view", view, more[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipc", "schemes", "scheduler", "tasks", "files", "address-spaces", "interrupts"})
    void viewsOfMiniRedoxFollowTheirSchemas(String view) {
        Invocation state = state("mini-redox", AT_WORK, view, "--json");
        assertEquals(CommandLineProgram.DONE, state.status(), state.err());
        Schemas.assertFollows("state-" + view, state.out());
        Schemas.assertFollows("state", state.out());
    }

    @Test
    void namedValuesAreTextToo() {
        Invocation text = state("mini-redox", AT_WORK, "tasks");
        assertEquals(CommandLineProgram.DONE, text.status(), text.err());
        assertTrue(text.out().contains("parent=1(bootstrap)"), text.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"scheduler", "tasks", "ipc"})
    void viewsOfMiniTockFollowTheSameSchemas(String view) {
        Invocation state = state("mini-tock", 300_000, view, "--json");
        assertEquals(CommandLineProgram.DONE, state.status(), state.err());
        Schemas.assertFollows("state-" + view, state.out());
    }

    /** A grant of Redox is a range of an address space. */
    @Test
    void grantsOfMiniRedoxAreItsAddressSpaces() {
        assertEquals(
                state("mini-redox", AT_WORK, "address-spaces", "--json")
                        .object()
                        .get("data"),
                state("mini-redox", AT_WORK, "grants", "--json").object().get("data"));
    }

    @ParameterizedTest
    @CsvSource({"page-tables", "system-calls", "console"})
    void theOtherViewsOfMiniRedoxAreThereToo(String view) {
        Invocation state = state("mini-redox", AT_WORK, view, "--json");
        assertEquals(CommandLineProgram.DONE, state.status(), state.err());
    }

    @Test
    void eventsOfMiniRedoxAreOfDocumentedKindsAndStopARun() {
        List<String> lines = Invocation.of("events", "mini-redox", "--limit", 4_000_000, "--json")
                .out()
                .lines()
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            JsonObject event = JsonParser.parseString(lines.get(i)).getAsJsonObject();
            assertTrue(EventKinds.all().contains(event.get("kind").getAsString()), lines.get(i));
            if (i % 97 == 0) {
                Schemas.assertFollows("events", lines.get(i));
            }
        }
        Invocation run = Invocation.of("run", "mini-redox", "--until", "message-send:initfs", "--json");
        assertEquals(CommandLineProgram.DONE, run.status(), run.err());
        long first = lines.stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(event -> event.get("kind").getAsString().equals("message-send"))
                .findFirst()
                .orElseThrow()
                .get("mark")
                .getAsLong();
        assertEquals(first + 1, run.object().get("instructions").getAsLong());
    }
}
