package ringside.app.cli;

import java.util.Map;
import java.util.Set;
import ringside.cpu.BadInputException;
import ringside.cpu.board.MachineOptions;
import ringside.cpu.history.HistoryBudget;
import ringside.cpu.history.InputLog;
import ringside.cpu.semihosting.GuestFiles;
import ringside.cpu.tracefile.TraceFile;
import ringside.cpu.tracefile.TraceManifest;
import ringside.kernels.image.BootImage;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;
import ringside.kernels.session.SessionOptions;

/** Opens the session that a trace was recorded from, at its first instant. */
public final class TraceSession {
    private static final Set<String> OPTIONS = Set.of("machine", "board", "clock", "memory", "append");

    private TraceSession() {}

    /**
     * Opens the image that the trace names, or carries, on its machine, with its inputs.
     *
     * @param file names the trace in messages
     * @throws BadInputException if the image is not here, or is another one
     */
    public static Session open(TraceFile trace, String file) {
        TraceManifest manifest = trace.manifest();
        for (String option : manifest.options().keySet()) {
            if (!OPTIONS.contains(option)) {
                throw new BadInputException(file + ": the machine option \"" + option + "\" is not known; open it with"
                        + " a newer Ringside");
            }
        }
        return Session.open(image(trace, file), options(manifest.options()), new InputLog(trace.inputs()));
    }

    private static BootImage image(TraceFile trace, String file) {
        TraceManifest manifest = trace.manifest();
        if (ImageCatalog.names().contains(manifest.image())) {
            BootImage bundled = ImageCatalog.open(manifest.image());
            if (bundled.sha256().equals(manifest.imageSha256())) {
                return bundled;
            }
        }
        if (trace.image().isPresent()) {
            return ImageCatalog.ofBytes(manifest.image(), trace.image().get());
        }
        if (ImageCatalog.names().contains(manifest.image())) {
            throw new BadInputException(file + " was recorded with another version of the image \"" + manifest.image()
                    + "\"; record it with --with-image to carry the image along");
        }
        throw new BadInputException(file + " was recorded with the image \"" + manifest.image()
                + "\", which is not bundled; record it with --with-image to carry the image along");
    }

    /** The session's options out of options by their names on the command line. */
    static SessionOptions options(Map<String, String> given) {
        checkMachine(given.get("machine"));
        String clock = given.getOrDefault("clock", "0");
        String memory = given.getOrDefault("memory", "0");
        MachineOptions machine = new MachineOptions(
                GuestArguments.count(clock, "--clock"),
                GuestArguments.size(memory, "--memory"),
                given.getOrDefault("append", ""),
                GuestFiles.unavailable());
        return new SessionOptions(given.getOrDefault("board", ""), machine, HistoryBudget.STANDARD);
    }

    private static void checkMachine(String machine) {
        if (machine != null && !machine.equals("cortex-m3")) {
            String problem = Set.of("x86-64", "cortex-m4").contains(machine)
                    ? machine + " is not in this version; it has cortex-m3"
                    : "there is no machine \"" + machine + "\"; this version has cortex-m3";
            throw new BadInputException("--machine: " + problem);
        }
    }
}
