package ringside.cpu.tracefile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import ringside.cpu.BadInputException;

/**
 * What the manifest says about a boot module that the trace carries.
 *
 * @param name what the kernel is told with it; it names no file
 * @param size how many bytes
 * @param sha256 of its bytes, as hex
 */
public record ModuleEntry(String name, long size, String sha256) {
    /** How many a trace carries at most. */
    public static final int MOST = 32;

    /** How many bytes all of them have at most: no machine could take more. */
    public static final long MOST_BYTES = 1L << 30;

    static ModuleEntry of(TraceModule module) {
        return new ModuleEntry(module.name(), module.content().length, Sha256.of(module.content()));
    }

    boolean describes(byte[] content) {
        return content.length == size && Sha256.of(content).equals(sha256);
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("size", size);
        json.addProperty("sha256", sha256);
        return json;
    }

    /** Reads the manifest's list, which may be absent. */
    static List<ModuleEntry> parse(JsonElement list, String place) {
        if (list == null) {
            return List.of();
        }
        if (!(list instanceof JsonArray array)) {
            throw new BadInputException(place + ": \"modules\" must be a list in brackets");
        }
        if (array.size() > MOST) {
            throw new BadInputException(place + ": " + array.size() + " modules; a trace has at most " + MOST);
        }
        List<ModuleEntry> entries = new ArrayList<>();
        long bytes = 0;
        for (JsonElement element : array) {
            ModuleEntry entry = parseOne(element, place);
            entries.add(entry);
            bytes += entry.size;
            if (entry.size > MOST_BYTES || bytes > MOST_BYTES) {
                throw new BadInputException(place + ": more than 1 GiB of modules; no machine could take them");
            }
        }
        return entries;
    }

    private static ModuleEntry parseOne(JsonElement element, String place) {
        if (!(element instanceof JsonObject json)) {
            throw new BadInputException(place + ": each of the \"modules\" must be an object in braces");
        }
        String sha256 = StrictJson.text(json, "sha256", place);
        if (!Sha256.isOne(sha256)) {
            throw new BadInputException(place + ": a module's \"sha256\" must be 64 hex digits");
        }
        return new ModuleEntry(StrictJson.text(json, "name", place), StrictJson.count(json, "size", place), sha256);
    }
}
