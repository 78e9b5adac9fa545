package ringside.app.simulation;

import java.nio.file.Path;
import java.util.Locale;
import ringside.cpu.BadInputException;
import ringside.cpu.history.Cancellation;
import ringside.cpu.tracefile.TraceFile;
import ringside.cpu.tracefile.TraceReader;
import ringside.cpu.tracefile.TraceReplay;
import ringside.cpu.tracefile.TraceWriter;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;
import ringside.kernels.session.SessionTraces;

/** Opens images and traces as sessions, and saves sessions as traces. */
final class SessionFiles {
    private static final String VERSION = "0.1";

    private SessionFiles() {}

    static Session open(String imageOrFile, Cancellation cancellation) {
        if (imageOrFile.toLowerCase(Locale.ROOT).endsWith(".rtrace")) {
            return openTrace(Path.of(imageOrFile), cancellation);
        }
        return Session.open(ImageCatalog.open(imageOrFile));
    }

    private static Session openTrace(Path file, Cancellation cancellation) {
        TraceFile trace = TraceReader.read(file);
        Session session = SessionTraces.open(trace, String.valueOf(file.getFileName()));
        TraceReplay replay =
                TraceReplay.run(trace, session.timeline(), trace.manifest().lastMark(), cancellation);
        if (replay.divergence() != null) {
            throw new BadInputException(file.getFileName() + " does not replay: at mark "
                    + replay.divergence().mark() + " the machine's state is another one");
        }
        SessionTraces.cursor(trace).ifPresent(mark -> session.timeline().seek(mark, cancellation));
        return session;
    }

    static void save(Session session, Path file) {
        TraceWriter.write(SessionTraces.record(session, VERSION), file);
    }
}
