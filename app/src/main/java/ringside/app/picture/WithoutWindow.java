package ringside.app.picture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs {@link HeadlessTour}: in a process of its own where JavaFX has already failed to open a window in this one, since
 * it cannot be started a second time.
 */
public final class WithoutWindow {
    private WithoutWindow() {}

    /** The entry point of that process; its one argument is the reason. */
    public static void main(String[] args) {
        System.exit(HeadlessTour.run(args.length > 0 ? args[0] : "no display", System.out, System.err));
    }

    /** Runs the tour in a process of its own, and returns its exit status. */
    public static int inNewProcess(String reason, PrintStream err) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java.toString(), "-cp", System.getProperty("java.class.path"), WithoutWindow.class.getName(), reason));
        builder.inheritIO();
        try {
            return builder.start().waitFor();
        } catch (IOException failed) {
            err.println("ringside: no window can be opened (" + reason + "), and no other process started: "
                    + failed.getMessage());
            return 2;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 2;
        }
    }
}
