package ringside.cpu.tracefile;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ringside.cpu.BadInputException;

/**
 * What a trace says about itself.
 *
 * @param program the version of the program that wrote it
 * @param image the image's name
 * @param imageSha256 the SHA-256 of the image's ELF file, as hex
 * @param options the machine's options by their names on the command line, such as {@code machine} and {@code board}
 * @param lastMark the mark at which the recorded run ends
 * @param modules the boot modules that the trace carries, in their order
 */
public record TraceManifest(
        String program,
        String image,
        String imageSha256,
        Map<String, String> options,
        long lastMark,
        List<ModuleEntry> modules) {
    /** The newest version of the format that this program reads and writes. */
    public static final int VERSION = 2;

    /** The version before there were modules: without them, older programs can still read what is written. */
    private static final int WITHOUT_MODULES = 1;

    private static final String FORMAT = "ringside-trace";

    /** Copies the options, in the order of their names, and the list. */
    public TraceManifest {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        modules = List.copyOf(modules);
    }

    /** A manifest of a trace without modules. */
    public TraceManifest(String program, String image, String imageSha256, Map<String, String> options, long lastMark) {
        this(program, image, imageSha256, options, lastMark, List.of());
    }

    TraceManifest withLastMark(long mark) {
        return new TraceManifest(program, image, imageSha256, options, mark, modules);
    }

    TraceManifest withModules(List<ModuleEntry> newModules) {
        return new TraceManifest(program, image, imageSha256, options, lastMark, newModules);
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("version", modules.isEmpty() ? WITHOUT_MODULES : VERSION);
        json.addProperty("program", program);
        JsonObject imageJson = new JsonObject();
        imageJson.addProperty("name", image);
        imageJson.addProperty("sha256", imageSha256);
        json.add("image", imageJson);
        JsonObject optionsJson = new JsonObject();
        options.forEach(optionsJson::addProperty);
        json.add("options", optionsJson);
        json.addProperty("lastMark", lastMark);
        if (!modules.isEmpty()) {
            JsonArray modulesJson = new JsonArray();
            modules.forEach(module -> modulesJson.add(module.toJson()));
            json.add("modules", modulesJson);
        }
        return json;
    }

    static TraceManifest parse(String text, String file) {
        String place = file + ", manifest.json";
        JsonObject json = StrictJson.object(text, place);
        if (!json.has("format") || !FORMAT.equals(StrictJson.text(json, "format", place))) {
            throw new BadInputException(file + " was not written by Ringside; choose an .rtrace file that it saved");
        }
        long version = StrictJson.count(json, "version", place);
        if (version < 1 || version > VERSION) {
            throw new BadInputException(file + " has the trace format " + version + ", and this program reads up to "
                    + VERSION + "; open it with a newer Ringside");
        }
        JsonObject image = StrictJson.object(json, "image", place);
        JsonObject optionsJson = StrictJson.object(json, "options", place);
        Map<String, String> options = new TreeMap<>();
        for (String key : optionsJson.keySet()) {
            options.put(key, StrictJson.text(optionsJson, key, place));
        }
        String sha256 = StrictJson.text(image, "sha256", place);
        if (!Sha256.isOne(sha256)) {
            throw new BadInputException(place + ": the image's \"sha256\" must be 64 hex digits");
        }
        return new TraceManifest(
                StrictJson.text(json, "program", place),
                StrictJson.text(image, "name", place),
                sha256,
                options,
                StrictJson.count(json, "lastMark", place),
                ModuleEntry.parse(json.get("modules"), place));
    }
}
