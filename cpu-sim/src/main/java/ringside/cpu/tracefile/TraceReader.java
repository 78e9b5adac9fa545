package ringside.cpu.tracefile;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import ringside.cpu.BadInputException;
import ringside.cpu.machine.Input;

/**
 * Reads trace files, trusting nothing in them.
 *
 * <p>Every entry has a largest size, which holds for the unpacked bytes whatever the archive says of itself. Entries
 * with other names are ignored.
 */
public final class TraceReader {
    private static final int KILO = 1 << 10;
    private static final int MEGA = 1 << 20;
    private static final int MOST_ENTRIES = 64;

    private final String file;
    private final ZipFile zip;

    private TraceReader(String file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /**
     * Opens a trace file.
     *
     * @throws BadInputException if it cannot be read or is not a sound trace
     */
    public static TraceFile read(Path path) {
        String name = String.valueOf(path.getFileName());
        if (!Files.isRegularFile(path)) {
            throw new BadInputException(path + " is not a file; give the path of an .rtrace file");
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return new TraceReader(name, zip).read();
        } catch (ZipException notAZip) {
            throw new BadInputException(
                    name + " is not a trace, or it is damaged; choose an .rtrace file that Ringside saved", notAZip);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BadInputException(name + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private TraceFile read() throws IOException {
        checkNames();
        TraceManifest manifest = TraceManifest.parse(text("manifest.json", 64 * KILO), file);
        List<Input> inputs = InputLines.parse(text("inputs.jsonl", 64 * MEGA), file + ", inputs.jsonl");
        checkInputs(inputs, manifest);
        List<DigestAt> digests = digests(text("digests.jsonl", 64 * KILO), manifest);
        String notes = text("notes.json", 16 * MEGA).strip();
        StrictJson.object(notes, file + ", notes.json");
        return new TraceFile(manifest, inputs, digests, image(manifest), modules(manifest), notes);
    }

    private void checkNames() {
        Set<String> names = new HashSet<>();
        if (zip.size() > MOST_ENTRIES) {
            throw new BadInputException(file + " has " + zip.size() + " entries; that is not a trace");
        }
        zip.stream().map(ZipEntry::getName).forEach(name -> {
            if (!names.add(name)) {
                throw new BadInputException(file + " has two entries named " + name + "; it is damaged");
            }
        });
        if (!names.contains("manifest.json")) {
            throw new BadInputException(
                    file + " is a ZIP archive, but not a trace: it has no manifest.json; choose an .rtrace file");
        }
    }

    private byte[] bytes(String name, int largest) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new BadInputException(file + " is damaged: it has no " + name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new BadInputException(
                        file + ", " + name + ": more than " + largest + " bytes; not a sound trace");
            }
            return bytes;
        }
    }

    private String text(String name, int largest) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(name, largest)))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new BadInputException(file + ", " + name + ": not UTF-8 text; the file is damaged", notText);
        }
    }

    private void checkInputs(List<Input> inputs, TraceManifest manifest) {
        long before = 0;
        for (Input input : inputs) {
            if (input.mark() < before) {
                throw new BadInputException(
                        file + ", inputs.jsonl: mark " + input.mark() + " comes after mark " + before);
            }
            before = input.mark();
        }
        if (before > manifest.lastMark()) {
            throw new BadInputException(
                    file + ", inputs.jsonl: mark " + before + " lies behind the last mark, " + manifest.lastMark());
        }
    }

    private List<DigestAt> digests(String text, TraceManifest manifest) {
        List<DigestAt> digests = new ArrayList<>();
        long before = -1;
        int number = 0;
        for (String line : text.lines().toList()) {
            String place = file + ", digests.jsonl, line " + ++number;
            JsonObject object = StrictJson.object(line, place);
            long mark = StrictJson.count(object, "mark", place);
            String digest = StrictJson.text(object, "digest", place);
            if (mark <= before) {
                throw new BadInputException(place + ": mark " + mark + " comes after mark " + before);
            }
            if (!digest.matches("[0-9a-f]{64}")) {
                throw new BadInputException(place + ": \"digest\" must be 64 hex digits");
            }
            digests.add(new DigestAt(mark, digest));
            before = mark;
        }
        if (digests.size() > TraceFile.MOST_DIGESTS || before != manifest.lastMark()) {
            throw new BadInputException(file + ", digests.jsonl: there must be at most " + TraceFile.MOST_DIGESTS
                    + " digests, the last of them at the last mark, " + manifest.lastMark());
        }
        return digests;
    }

    private Optional<byte[]> image(TraceManifest manifest) throws IOException {
        if (zip.getEntry("image.elf") == null) {
            return Optional.empty();
        }
        byte[] elf = bytes("image.elf", 256 * MEGA);
        if (!Sha256.of(elf).equals(manifest.imageSha256())) {
            throw new BadInputException(
                    file + ", image.elf: it is not the image that the manifest names; the file is" + " damaged");
        }
        return Optional.of(elf);
    }

    /** The name of a module's entry. What the kernel is told with it is in the manifest. */
    static String moduleName(int number) {
        return "modules/" + number;
    }

    /** No module is unpacked further than the size that the manifest gives it. */
    private List<TraceModule> modules(TraceManifest manifest) throws IOException {
        List<TraceModule> modules = new ArrayList<>();
        for (ModuleEntry entry : manifest.modules()) {
            String name = moduleName(modules.size());
            byte[] content = bytes(name, (int) entry.size());
            if (!entry.describes(content)) {
                throw new BadInputException(file + ", " + name + ": it is not the module \"" + entry.name()
                        + "\" that the manifest names; the file is damaged");
            }
            modules.add(new TraceModule(entry.name(), content));
        }
        return modules;
    }
}
