package ringside.kernels.session;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import ringside.cpu.BadInputException;
import ringside.cpu.board.MachineOptions;
import ringside.cpu.history.HistoryBudget;
import ringside.cpu.history.InputLog;
import ringside.cpu.pc.boot.BootModule;
import ringside.cpu.semihosting.GuestFiles;
import ringside.cpu.tracefile.ModuleEntry;
import ringside.cpu.tracefile.TraceFile;
import ringside.cpu.tracefile.TraceManifest;
import ringside.cpu.tracefile.TraceModule;
import ringside.cpu.tracefile.TraceRecorder;
import ringside.kernels.image.BoardCatalog;
import ringside.kernels.image.BootImage;
import ringside.kernels.image.ImageCatalog;

/**
 * From a session to a trace and back.
 *
 * <p>A trace keeps the machine's options with the boot modules, and where the cursor was. It carries the image if that is
 * not a bundled one.
 */
public final class SessionTraces {
    private static final String MACHINE = "machine";
    private static final String BOARD = "board";
    private static final String CLOCK = "clock";
    private static final String MEMORY = "memory";
    private static final String APPEND = "append";
    private static final Set<String> KNOWN = Set.of(MACHINE, BOARD, CLOCK, MEMORY, APPEND);
    private static final String CURSOR = "cursor";

    private SessionTraces() {}

    /**
     * The session's run, from the first to the furthest mark.
     *
     * @param program the version of the program
     * @throws BadInputException if the guest was lent files, which a trace cannot hold, or has too many modules
     */
    public static TraceFile record(Session session, String program) {
        if (session.options().machine().files().isAvailable()) {
            throw new BadInputException("a trace cannot hold the files of --host-folder in this version");
        }
        List<TraceModule> modules = session.options().machine().modules().stream()
                .map(module -> new TraceModule(module.text(), module.content()))
                .toList();
        if (modules.size() > ModuleEntry.MOST) {
            throw new BadInputException(
                    "a trace holds at most " + ModuleEntry.MOST + " files of --module, not " + modules.size());
        }
        long bytes =
                modules.stream().mapToLong(module -> module.content().length).sum();
        if (bytes > ModuleEntry.MOST_BYTES) {
            throw new BadInputException("a trace holds at most 1 GiB of files of --module, not " + bytes + " bytes");
        }
        BootImage image = session.image();
        TraceManifest manifest = new TraceManifest(program, image.name(), image.sha256(), optionsOf(session), 0);
        JsonObject notes = new JsonObject();
        notes.addProperty(CURSOR, session.timeline().mark());
        TraceFile trace = TraceRecorder.record(session.timeline(), manifest)
                .withNotes(notes.toString())
                .withModules(modules);
        return isBundled(image.name(), image.sha256()) ? trace : trace.withImage(image.elf());
    }

    private static Map<String, String> optionsOf(Session session) {
        SessionOptions options = session.options();
        Map<String, String> named = new TreeMap<>();
        named.put(MACHINE, session.timeline().machine().kind());
        named.put(BOARD, session.timeline().machine().board());
        if (options.machine().clockHertz() != 0) {
            named.put(CLOCK, Long.toString(options.machine().clockHertz()));
        }
        if (options.machine().memoryBytes() != 0) {
            named.put(MEMORY, Long.toString(options.machine().memoryBytes()));
        }
        if (!options.machine().append().isEmpty()) {
            named.put(APPEND, options.machine().append());
        }
        return named;
    }

    private static boolean isBundled(String name, String sha256) {
        return ImageCatalog.names().contains(name)
                && ImageCatalog.open(name).sha256().equals(sha256);
    }

    /**
     * Opens the trace's image on its machine with its inputs, at the first instant. Nothing is replayed yet.
     *
     * @param file names the trace in messages
     * @throws BadInputException if the image is not here, or is another one, or the machine is not known
     */
    public static Session open(TraceFile trace, String file) {
        return Session.open(image(trace, file), options(trace, file), new InputLog(trace.inputs()));
    }

    /** Where the cursor was when the trace was saved, if the trace says so. */
    public static OptionalLong cursor(TraceFile trace) {
        JsonElement mark =
                JsonParser.parseString(trace.notes()).getAsJsonObject().get(CURSOR);
        boolean isMark = mark instanceof JsonPrimitive number
                && number.isNumber()
                && number.getAsString().matches("[0-9]{1,18}")
                && number.getAsLong() <= trace.manifest().lastMark();
        return isMark ? OptionalLong.of(mark.getAsLong()) : OptionalLong.empty();
    }

    private static BootImage image(TraceFile trace, String file) {
        TraceManifest manifest = trace.manifest();
        if (isBundled(manifest.image(), manifest.imageSha256())) {
            return ImageCatalog.open(manifest.image());
        }
        Optional<byte[]> carried = trace.image();
        if (carried.isPresent()) {
            return ImageCatalog.ofBytes(manifest.image(), carried.get());
        }
        String reason = ImageCatalog.names().contains(manifest.image())
                ? "another version of the image \"" + manifest.image() + "\" than this program has"
                : "the image \"" + manifest.image() + "\", which is not bundled";
        throw new BadInputException(
                file + " was recorded with " + reason + "; save the trace again with its image in it");
    }

    private static SessionOptions options(TraceFile trace, String file) {
        Map<String, String> named = trace.manifest().options();
        for (String name : named.keySet()) {
            if (!KNOWN.contains(name)) {
                throw new BadInputException(
                        file + ": the machine option \"" + name + "\" is not known; open it with a newer Ringside");
            }
        }
        String machine = named.getOrDefault(MACHINE, "cortex-m3");
        String board = board(named.getOrDefault(BOARD, ""), machine, file);
        MachineOptions options = new MachineOptions(
                number(named.get(CLOCK), CLOCK, file),
                number(named.get(MEMORY), MEMORY, file),
                named.getOrDefault(APPEND, ""),
                GuestFiles.unavailable(),
                trace.modules().stream()
                        .map(module -> new BootModule(module.name(), module.content()))
                        .toList());
        return new SessionOptions(board, options, HistoryBudget.STANDARD);
    }

    /** The name of the board, which must have the machine; by default the one that this version has with it. */
    private static String board(String named, String machine, String file) {
        for (String name : named.isEmpty() ? BoardCatalog.names() : List.of(named)) {
            if (BoardCatalog.open(name).processor().equals(machine)) {
                return name;
            }
        }
        throw new BadInputException(file + ": the machine \"" + machine + "\""
                + (named.isEmpty() ? "" : " on the board \"" + named + "\"") + " is not in this version");
    }

    private static long number(String text, String option, String file) {
        if (text == null) {
            return 0;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new BadInputException(file + ": the machine option \"" + option + "\" is not a number: " + text);
        }
        return Long.parseLong(text);
    }
}
