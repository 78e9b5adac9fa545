package ringside.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import ringside.cpu.BadInputException;

/** Prints the JSON Schemas of what the other commands print. */
@Command(name = "schemas", description = "Prints the JSON Schema of a command's output, or lists them.")
final class SchemasCommand implements Callable<Integer> {
    /** The commands whose output a schema describes. */
    static final List<String> NAMES = List.of(
            "images",
            "run",
            "state",
            "state-address-spaces",
            "state-files",
            "state-interrupts",
            "state-ipc",
            "state-scheduler",
            "state-schemes",
            "state-tasks",
            "events",
            "replay",
            "vectors",
            "bench",
            "lessons-list",
            "lessons-check");

    @Mixin
    private CommonOptions common;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The name of a schema.")
    private String name;

    @Override
    public Integer call() {
        if (name == null) {
            if (common.wantsJson()) {
                common.printDocument(NAMES);
            } else {
                NAMES.forEach(each -> common.out().println(each));
            }
        } else {
            common.out().print(text(name));
        }
        return CommandLineProgram.DONE;
    }

    /** The text of a schema. */
    static String text(String name) {
        if (!NAMES.contains(name)) {
            throw new BadInputException(
                    "there is no schema named \"" + name + "\"; there are " + String.join(", ", NAMES));
        }
        try (InputStream in = SchemasCommand.class.getResourceAsStream("/schemas/" + name + ".schema.json")) {
            if (in == null) {
                throw new IllegalStateException("the schema " + name + " is not in the package");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
