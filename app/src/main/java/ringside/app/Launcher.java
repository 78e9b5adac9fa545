package ringside.app;

/** The program's entry point: without arguments it opens the window, with arguments it is the command line. */
public final class Launcher {
    private Launcher() {}

    /** Starts the program. */
    public static void main(String[] args) {
        System.out.println("Ringside: neither the window nor the command line is part of this build yet.");
    }
}
