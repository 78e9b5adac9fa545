package ringside.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

/** {@code ringside run} on the real image. */
class RunCommandTest {
    @Test
    void theBootEndsByItselfAndPrintsItsConsole() {
        Invocation run = Invocation.of("run", "mini-tock", "--json");
        assertEquals(CommandLineProgram.DONE, run.status(), run.err());
        assertEquals("", run.err());
        Schemas.assertFollows("run", run.out());
        JsonObject result = run.object();
        assertEquals("mini-tock", result.get("image").getAsString());
        assertEquals("halted", result.get("stop").getAsString());
        assertEquals(0, result.get("exitCode").getAsInt());
        String console = result.get("console").getAsString();
        assertTrue(console.contains("hello: line 5 of 5"), console);
        assertTrue(console.contains("== process crasher faulted =="), console);

        Invocation again = Invocation.of("run", "mini-tock", "--json");
        assertEquals(run.out(), again.out(), "a run is the same each time");

        Invocation text = Invocation.of("run", "mini-tock");
        assertTrue(text.out().startsWith(console), text.out());
        assertTrue(text.out().contains("stop: halted. "), text.out());
        assertTrue(text.out().contains("instructions: " + result.get("instructions")), text.out());
    }

    @Test
    void aLimitEndsTheRunAtThatMark() {
        Invocation run = Invocation.of("run", "mini-tock", "--limit", 54_321, "--json");
        assertEquals(CommandLineProgram.DONE, run.status());
        assertEquals("limit", run.object().get("stop").getAsString());
        assertEquals(54_321, run.object().get("instructions").getAsLong());
        assertTrue(run.object().get("exitCode").isJsonNull());
        Invocation byMark = Invocation.of("run", "mini-tock", "--until", "mark:54321", "--json");
        assertEquals("mark", byMark.object().get("stop").getAsString());
        assertEquals(run.object().get("digest"), byMark.object().get("digest"));
    }

    @Test
    void untilStopsAtAnEventASymbolOrAnAddress() {
        JsonObject event = Invocation.of("run", "mini-tock", "--until", "system-call:command", "--json")
                .object();
        assertEquals("event", event.get("stop").getAsString());
        long mark = event.get("instructions").getAsLong();
        String line = Invocation.of("events", "mini-tock", "--kind", "system-call:command", "--limit", mark, "--json")
                .out();
        assertEquals(1, line.lines().count(), line);

        JsonObject symbol = Invocation.of("run", "mini-tock", "--until", "symbol:main", "--json")
                .object();
        assertEquals("breakpoint", symbol.get("stop").getAsString());
        JsonObject registers = Invocation.of(
                        "state", "mini-tock", "--at", symbol.get("instructions"), "--view", "registers", "--json")
                .object();
        String pc = registers
                .getAsJsonObject("data")
                .getAsJsonArray("groups")
                .get(0)
                .toString();
        String address = pc.replaceAll(".*\"name\":\"pc\",\"value\":\"([0-9a-f]+)\".*", "$1");
        JsonObject byAddress = Invocation.of("run", "mini-tock", "--until", "pc:" + address, "--json")
                .object();
        assertEquals(symbol.get("instructions"), byAddress.get("instructions"));
    }

    @Test
    void theLiveConsoleIsTheSameText() {
        Invocation run = Invocation.of("run", "mini-tock", "--json", "--console");
        assertEquals(run.object().get("console").getAsString(), run.err());
        Invocation text = Invocation.of("run", "mini-tock", "--console");
        assertTrue(text.out().startsWith(run.err()), text.out());
        assertEquals(text.out().indexOf("line 5 of 5"), text.out().lastIndexOf("line 5 of 5"), "printed once");
    }

    @Test
    void inputArrivesAtItsMark(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws Exception {
        java.nio.file.Path input = folder.resolve("typed.jsonl");
        java.nio.file.Files.writeString(
                input,
                "{\"mark\":200000,\"port\":\"uart0\",\"text\":\"twice\\r\"}\n"
                        + "{\"mark\":900000,\"port\":\"uart0\",\"text\":\"quit\\r\"}\n");
        Invocation run = Invocation.of("run", "echo", "--input", input, "--limit", 20_000_000, "--json");
        assertEquals(CommandLineProgram.DONE, run.status(), run.err());
        String console = run.object().get("console").getAsString();
        assertTrue(console.contains("twice"), console);
        assertEquals("halted", run.object().get("stop").getAsString(), console);
        Invocation silent = Invocation.of("run", "echo", "--limit", 20_000_000, "--json");
        assertFalse(silent.object().get("console").getAsString().contains("twice"));
        assertEquals("waiting", silent.object().get("stop").getAsString());
    }
}
