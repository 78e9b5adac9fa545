package ringside.app;

import ringside.app.cli.CommandLineProgram;
import ringside.app.picture.HeadlessTour;
import ringside.app.picture.WithoutWindow;
import ringside.app.window.WindowProgram;

/** The program's entry point: without arguments it opens the window, with arguments it is the command line. */
public final class Launcher {
    private Launcher() {}

    /** Starts the program. */
    public static void main(String[] args) {
        if (args.length > 0) {
            System.exit(CommandLineProgram.run(args, System.out, System.err));
        }
        System.exit(openWindow());
    }

    private static int openWindow() {
        boolean isLinux = System.getProperty("os.name", "").startsWith("Linux");
        String display = System.getenv("DISPLAY");
        if (isLinux && (display == null || display.isBlank())) {
            return HeadlessTour.run("DISPLAY is not set", System.out, System.err);
        }
        try {
            WindowProgram.open();
            return 0;
        } catch (UnsupportedOperationException noDisplay) {
            return WithoutWindow.inNewProcess(String.valueOf(noDisplay.getMessage()), System.err);
        } catch (RuntimeException failed) {
            if (failed.getCause() instanceof LinkageError missing) {
                return WithoutWindow.inNewProcess(String.valueOf(missing.getMessage()), System.err);
            }
            throw failed;
        }
    }
}
