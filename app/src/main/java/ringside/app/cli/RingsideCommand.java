package ringside.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "ringside",
        description = "Steps real kernels on an emulated computer, forwards and backwards."
                + " Without arguments the window opens.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ImagesCommand.class,
            RunCommand.class,
            StateCommand.class,
            EventsCommand.class,
            ReplayCommand.class,
            LessonsCommand.class,
            VectorsCommand.class,
            BenchCommand.class,
            PictureCommand.class,
            SchemasCommand.class,
            CommandLine.HelpCommand.class,
            NotYet.Diff.class,
            NotYet.Export.class,
            NotYet.Inject.class,
            NotYet.Gdb.class
        })
final class RingsideCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }
}
