package ringside.app;

import ringside.app.cli.CommandLineProgram;

/** The program's entry point: without arguments it opens the window, with arguments it is the command line. */
public final class Launcher {
    private Launcher() {}

    /** Starts the program. */
    public static void main(String[] args) {
        if (args.length > 0) {
            System.exit(CommandLineProgram.run(args, System.out, System.err));
        }
        System.out.println(
                "Ringside: the window is not part of this build yet; \"ringside --help\" lists the commands.");
    }
}
