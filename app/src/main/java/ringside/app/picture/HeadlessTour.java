package ringside.app.picture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ringside.cpu.BadInputException;
import ringside.cpu.history.Arrival;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.Timeline;
import ringside.cpu.machine.RunBudget;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.EventFilter;
import ringside.kernels.session.Session;

/**
 * What the program does where no window can be opened: it boots the default image, prints its console, and draws the
 * panes into a folder.
 */
public final class HeadlessTour {
    private static final String IMAGE = "mini-tock";
    private static final long LIMIT = 20_000_000;
    private static final List<String> PANES =
            List.of(PanePicture.WINDOW, "registers", "source", "disassembly", "mpu", "scheduler", "timeline", "events");

    private HeadlessTour() {}

    /**
     * Makes the tour.
     *
     * @param reason why there is no window
     * @return the process's exit status
     */
    public static int run(String reason, PrintStream out, PrintStream err) {
        out.println("Ringside: no window can be opened (" + reason + "), so " + IMAGE
                + " boots here without one; its console:");
        try {
            Session session = Session.open(ImageCatalog.open(IMAGE));
            Timeline timeline = session.timeline();
            Arrival end = timeline.run(RunBudget.of(LIMIT), Cancellation.NEVER);
            for (int port = 0; port < timeline.machine().consoles().size(); port++) {
                out.print(new String(timeline.console(port), StandardCharsets.UTF_8));
            }
            out.println("After " + timeline.mark() + " instructions: " + end.explanation());
            draw(session, out);
            return 0;
        } catch (BadInputException bad) {
            err.println("ringside: " + bad.getMessage());
            return 2;
        }
    }

    private static void draw(Session session, PrintStream out) {
        Path folder = folder();
        session.timeline().seek(0);
        session.runToEvent(EventFilter.parse("process-fault"), LIMIT, Cancellation.NEVER);
        for (String pane : PANES) {
            PanePicture.write(session, pane, folder.resolve(pane + ".png"));
        }
        out.println("Pictures of the panes, taken at instruction "
                + session.timeline().mark() + ", are in " + folder);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("ringside-pictures-");
        } catch (IOException failed) {
            throw new BadInputException("cannot make a folder for the pictures: " + failed.getMessage());
        }
    }
}
