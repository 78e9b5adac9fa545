package ringside.app.simulation;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import ringside.cpu.BadInputException;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.InputLog;
import ringside.cpu.tracefile.TraceFile;
import ringside.cpu.tracefile.TraceManifest;
import ringside.cpu.tracefile.TraceReader;
import ringside.cpu.tracefile.TraceRecorder;
import ringside.cpu.tracefile.TraceReplay;
import ringside.cpu.tracefile.TraceWriter;
import ringside.kernels.image.BootImage;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;
import ringside.kernels.session.SessionOptions;

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
        TraceManifest manifest = trace.manifest();
        BootImage image = trace.image()
                .map(elf -> ImageCatalog.ofBytes(manifest.image(), elf))
                .orElseGet(() -> ImageCatalog.open(manifest.image()));
        if (!image.sha256().equals(manifest.imageSha256())) {
            throw new BadInputException(file.getFileName() + " was recorded with another " + manifest.image()
                    + " than this program has; save the trace with its image in it");
        }
        InputLog inputs = new InputLog(trace.inputs());
        Session session = Session.open(image, SessionOptions.DEFAULT, inputs);
        TraceReplay replay = TraceReplay.run(trace, session.timeline(), manifest.lastMark(), cancellation);
        if (replay.divergence() != null) {
            throw new BadInputException(file.getFileName() + " does not replay: at mark "
                    + replay.divergence().mark() + " the machine's state is another one");
        }
        return session;
    }

    static void save(Session session, Path file) {
        TraceManifest manifest = new TraceManifest(
                VERSION,
                session.image().name(),
                session.image().sha256(),
                Map.of(),
                session.timeline().furthestMark());
        TraceFile trace = TraceRecorder.record(session.timeline(), manifest);
        boolean bundled = ImageCatalog.names().contains(session.image().name());
        TraceWriter.write(bundled ? trace : trace.withImage(session.image().elf()), file);
    }
}
