package ringside.app.cli;

import com.google.gson.JsonElement;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ringside.cpu.BadInputException;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.Timeline;
import ringside.cpu.tracefile.TraceFile;
import ringside.cpu.tracefile.TraceReader;
import ringside.cpu.tracefile.TraceReplay;
import ringside.kernels.session.Session;
import ringside.kernels.session.SessionTraces;
import ringside.kernels.session.ViewCatalog;

/** Runs a trace again and compares its digests. */
@Command(name = "replay", description = "Runs a trace again and verifies every digest in it.")
final class ReplayCommand implements Callable<Integer> {
    /** The JSON document. */
    record Result(
            String trace,
            long mark,
            String digest,
            int verified,
            int checkpoints,
            TraceReplay.Divergence divergence,
            String view,
            JsonElement data) {}

    @Parameters(paramLabel = "TRACE", description = "An .rtrace file.")
    private Path trace;

    @Option(names = "--to", paramLabel = "N", description = "Go to this mark; by default to the last.")
    private String to;

    @Option(names = "--view", paramLabel = "VIEW", description = "Show this view there.")
    private String view;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        TraceFile file = TraceReader.read(trace);
        long last = file.manifest().lastMark();
        long goal = to == null ? last : GuestArguments.count(to, "--to");
        if (goal > last) {
            throw new BadInputException("--to: mark " + goal + " is past the end of the trace, mark " + last);
        }
        Session session = SessionTraces.open(file, trace.toString());
        TraceReplay replay = TraceReplay.run(file, session.timeline(), goal, Cancellation.NEVER);
        if (replay.agrees()) {
            session.timeline().seek(goal);
        }
        print(session, replay);
        return replay.agrees() ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
    }

    private void print(Session session, TraceReplay replay) {
        Timeline timeline = session.timeline();
        JsonElement data = view == null ? null : common.toJson(ViewCatalog.read(session, view));
        String digest = session.timeline().machine().digest();
        if (common.wantsJson()) {
            common.printDocument(new Result(
                    trace.toString(),
                    timeline.mark(),
                    digest,
                    replay.verified(),
                    replay.checkpoints(),
                    replay.divergence(),
                    view,
                    data));
            return;
        }
        common.printf("%d of %d digests verified%n", replay.verified(), replay.checkpoints());
        if (replay.divergence() != null) {
            common.printf(
                    "diverges at mark %d%n  expected %s%n  actual   %s%n",
                    replay.divergence().mark(),
                    replay.divergence().expected(),
                    replay.divergence().actual());
        }
        common.printf("mark: %d%ndigest: %s%n", timeline.mark(), digest);
        if (data != null) {
            new TextTable(common.out()).print(data);
        }
    }
}
