package ringside.app.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import ringside.cpu.BadInputException;
import ringside.cpu.image.UnreadableException;

/** Runs one command and says how it ended. */
public final class CommandLineProgram {
    /** The command did what it was asked. */
    public static final int DONE = 0;
    /** A check failed, or the guest died. */
    public static final int FAILED = 1;
    /** Bad usage or bad input; one line on the error stream says what. */
    public static final int BAD_INPUT = 2;
    /** A fault of this program. */
    public static final int INTERNAL_ERROR = 3;

    private CommandLineProgram() {}

    /**
     * Runs the command.
     *
     * @param arguments the name of the command and its arguments
     * @param out where its results go, as UTF-8
     * @param err where messages go, as UTF-8
     * @return the exit status of the process
     */
    public static int run(String[] arguments, OutputStream out, OutputStream err) {
        PrintWriter outWriter = writer(out);
        PrintWriter errWriter = writer(err);
        CommandLine program = new CommandLine(new RingsideCommand())
                .setOut(outWriter)
                .setErr(errWriter)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(CommandLineProgram::badUsage)
                .setExecutionExceptionHandler(CommandLineProgram::failed);
        program.setUsageHelpWidth(110);
        int status = execute(program, arguments);
        outWriter.flush();
        errWriter.flush();
        return status;
    }

    /** Picocli handles exceptions; errors of the virtual machine (no memory, a missing class) end here. */
    private static int execute(CommandLine program, String[] arguments) {
        try {
            return program.execute(arguments);
        } catch (OutOfMemoryError full) {
            return failed(
                    new BadInputException("the memory is full; give Java more with -Xmx, or run fewer instructions"),
                    program,
                    arguments);
        } catch (VirtualMachineError | LinkageError broken) {
            return failed(new IllegalStateException(broken.toString(), broken), program, arguments);
        }
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }

    private static int badUsage(ParameterException bad, String[] arguments) {
        CommandLine command = bad.getCommandLine();
        String advice = "; see \"" + command.getCommandSpec().qualifiedName() + " --help\"";
        command.getErr().println("ringside: " + oneLine(bad.getMessage()) + advice);
        if (Arrays.asList(arguments).contains("--verbose")) {
            bad.printStackTrace(command.getErr());
        }
        return BAD_INPUT;
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        return failed(failure, command, parsed.originalArgs().toArray(new String[0]));
    }

    private static int failed(Exception failure, CommandLine command, String[] arguments) {
        boolean isBadInput = failure instanceof BadInputException || failure instanceof UnreadableException;
        String advice = isBadInput ? "" : "; this is a fault of Ringside; --verbose shows more";
        String what = isBadInput ? failure.getMessage() : "internal error: " + failure;
        command.getOut().flush();
        command.getErr().println("ringside: " + oneLine(what) + advice);
        if (Arrays.asList(arguments).contains("--verbose")) {
            failure.printStackTrace(command.getErr());
        }
        return isBadInput ? BAD_INPUT : INTERNAL_ERROR;
    }

    /** The message in one line, without control characters that a terminal would obey. */
    private static String oneLine(String message) {
        return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?");
    }
}
