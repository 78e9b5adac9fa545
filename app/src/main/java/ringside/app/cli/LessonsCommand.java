package ringside.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The lessons. */
@Command(
        name = "lessons",
        description = "Lists and checks the guided lessons.",
        subcommands = {LessonsListCommand.class, LessonsCheckCommand.class, NotYet.New.class, NotYet.Grade.class})
final class LessonsCommand implements Callable<Integer> {
    @SuppressWarnings("unused")
    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is missing: list or check");
    }
}
