package ringside.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import ringside.cpu.BadInputException;

/** A command whose name is fixed but which this version does not have; it says so. */
abstract class NotYet implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("unused")
    @Unmatched
    private final List<String> anything = new ArrayList<>();

    @Override
    public Integer call() {
        throw new BadInputException("\"" + spec.qualifiedName() + "\" is not in this version");
    }

    /** Compares two runs. */
    @Command(name = "diff", description = "(not in this version) Where two runs part.")
    static final class Diff extends NotYet {}

    /** Writes traces for other viewers. */
    @Command(name = "export", description = "(not in this version) Writes a trace for other viewers.")
    static final class Export extends NotYet {}

    /** Injects faults. */
    @Command(name = "inject", description = "(not in this version) A campaign of injected faults.")
    static final class Inject extends NotYet {}

    /** Serves a debugger. */
    @Command(name = "gdb", description = "(not in this version) Waits for gdb.")
    static final class Gdb extends NotYet {}

    /** Grades traces. */
    @Command(name = "grade", description = "(not in this version) Grades traces of students.")
    static final class Grade extends NotYet {}

    /** Starts a lesson. */
    @Command(name = "new", description = "(not in this version) Starts a lesson.")
    static final class New extends NotYet {}
}
