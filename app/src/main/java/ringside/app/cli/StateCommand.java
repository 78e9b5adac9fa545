package ringside.app.cli;

import com.google.gson.JsonElement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.cpu.BadInputException;
import ringside.cpu.history.Arrival;
import ringside.cpu.history.Timeline;
import ringside.kernels.session.Session;
import ringside.kernels.session.ViewCatalog;

/** Shows one view of the machine at a mark. */
@Command(name = "state", description = "Prints a view of the machine after N instructions.")
final class StateCommand implements Callable<Integer> {
    /** The JSON document. */
    record Result(String image, long mark, String digest, String view, JsonElement data) {}

    @Mixin
    private GuestArguments guest;

    @Mixin
    private CommonOptions common;

    @Option(names = "--at", paramLabel = "N", required = true, description = "Instructions retired since reset.")
    private String at;

    @Option(names = "--view", paramLabel = "VIEW", required = true, description = "What to show, such as registers.")
    private String view;

    @Override
    public Integer call() {
        long mark = GuestArguments.count(at, "--at");
        Session session = guest.open();
        goTo(session.timeline(), mark);
        JsonElement data = common.toJson(ViewCatalog.read(session, view));
        if (common.wantsJson()) {
            common.printDocument(new Result(
                    session.image().name(), mark, session.timeline().machine().digest(), view, data));
        } else {
            new TextTable(common.out()).print(data);
        }
        return CommandLineProgram.DONE;
    }

    /** Goes to a mark, which the guest must reach. */
    static void goTo(Timeline timeline, long mark) {
        Arrival arrival = timeline.seek(mark);
        if (timeline.mark() != mark) {
            throw new BadInputException("mark " + mark + " is past the end: the guest ends at mark " + timeline.mark()
                    + ". " + arrival.explanation());
        }
    }
}
