package ringside.cpu.tracefile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ringside.cpu.BadInputException;

/**
 * Writes trace files: into a temporary file beside the goal, which then takes its place in one move.
 *
 * <p>Equal traces give equal bytes: the entries carry no time of the host.
 */
public final class TraceWriter {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final int MOST_ATTEMPTS = 1000;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private TraceWriter() {}

    /**
     * Saves a trace. Whatever goes wrong, a file that was there before is unharmed.
     *
     * @throws BadInputException if it cannot be written there
     */
    public static void write(TraceFile trace, Path named) {
        Path file = named;
        Path temporary = null;
        try {
            file = goal(named);
            temporary = createBeside(file);
            try (OutputStream out = Files.newOutputStream(temporary)) {
                write(trace, out);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            discard(temporary, unwritable);
            throw new BadInputException(named + " cannot be written: " + reason(unwritable), unwritable);
        }
    }

    /** The file itself, where a link leads to it. Folders, devices and pipes are never replaced by a trace. */
    private static Path goal(Path named) throws IOException {
        if (named.toString().isEmpty()) {
            throw new BadInputException("a trace needs the name of a file, such as run.rtrace");
        }
        if (!Files.exists(named)) {
            return named;
        }
        if (!Files.isRegularFile(named)) {
            throw new BadInputException(named + " cannot be written: it is there, and is not a file");
        }
        return named.toRealPath();
    }

    /** Makes an empty file of a new name, with the rights that any new file gets. */
    private static Path createBeside(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        for (int attempt = 1; ; attempt++) {
            try {
                return Files.createFile(folder.resolve("." + file.getFileName() + ".saving-" + attempt));
            } catch (FileAlreadyExistsException taken) {
                if (attempt == MOST_ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    private static String reason(IOException unwritable) {
        if (unwritable instanceof java.nio.file.NoSuchFileException) {
            return "the folder does not exist";
        }
        if (unwritable instanceof java.nio.file.AccessDeniedException) {
            return "the folder does not allow it";
        }
        return unwritable.getMessage() == null ? unwritable.toString() : unwritable.getMessage();
    }

    private static void discard(Path temporary, IOException reason) {
        if (temporary != null) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException alsoBroken) {
                reason.addSuppressed(alsoBroken);
            }
        }
    }

    static void write(TraceFile trace, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "manifest.json", GSON.toJson(trace.manifest().toJson()) + "\n");
            put(zip, "inputs.jsonl", InputLines.print(trace.inputs()));
            put(zip, "digests.jsonl", digestLines(trace.digests()));
            put(zip, "notes.json", trace.notes() + "\n");
            if (trace.image().isPresent()) {
                put(zip, "image.elf", trace.image().get());
            }
            for (int i = 0; i < trace.modules().size(); i++) {
                put(zip, TraceReader.moduleName(i), trace.modules().get(i).content());
            }
        }
    }

    private static String digestLines(List<DigestAt> digests) {
        StringBuilder lines = new StringBuilder();
        for (DigestAt digest : digests) {
            JsonObject object = new JsonObject();
            object.addProperty("mark", digest.mark());
            object.addProperty("digest", digest.digest());
            lines.append(object).append('\n');
        }
        return lines.toString();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        put(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
