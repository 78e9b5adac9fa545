package ringside.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.app.picture.PanePicture;
import ringside.kernels.session.Session;

/** Draws one pane without a display. */
@Command(name = "picture", description = "Draws one pane as a PNG; needs no display.")
final class PictureCommand implements Callable<Integer> {
    @Mixin
    private GuestArguments guest;

    @SuppressWarnings("unused")
    @Mixin
    private CommonOptions common;

    @Option(names = "--at", paramLabel = "N", required = true, description = "Instructions retired since reset.")
    private String at;

    @Option(names = "--pane", paramLabel = "PANE", required = true, description = "The pane, such as registers.")
    private String pane;

    @Option(names = "-o", paramLabel = "FILE.png", required = true, description = "Where the picture goes.")
    private Path file;

    @Override
    public Integer call() {
        long mark = GuestArguments.count(at, "--at");
        Session session = guest.open();
        StateCommand.goTo(session.timeline(), mark);
        PanePicture.write(session, pane, file);
        return CommandLineProgram.DONE;
    }
}
