package ringside.kernels.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.HexFormat;
import ringside.cpu.view.MemoryView;

/** Bytes of memory as JSON: see {@link ViewJson}. */
final class MemoryJson {
    private static final int WORD = 4;

    private MemoryJson() {}

    static JsonObject of(MemoryView memory) {
        JsonObject json = new JsonObject();
        json.addProperty("address", ViewJson.hex(memory.address()));
        json.addProperty("length", memory.length());
        json.addProperty("bytes", HexFormat.of().formatHex(memory.bytes()));
        json.add("words", words(memory));
        json.add("unreadable", unreadable(memory));
        return json;
    }

    /** The whole words, lowest byte first, from the first byte on. */
    private static JsonArray words(MemoryView memory) {
        JsonArray words = new JsonArray();
        for (int i = 0; i + WORD <= memory.length(); i += WORD) {
            long word = memory.at(i) | memory.at(i + 1) << 8 | memory.at(i + 2) << 16 | (long) memory.at(i + 3) << 24;
            words.add(ViewJson.hex(word));
        }
        return words;
    }

    private static JsonArray unreadable(MemoryView memory) {
        JsonArray parts = new JsonArray();
        for (int i = 0; i < memory.length(); i++) {
            if (!memory.isReadable(i)) {
                int from = i;
                while (i < memory.length() && !memory.isReadable(i)) {
                    i++;
                }
                JsonObject part = new JsonObject();
                part.addProperty("address", ViewJson.hex(memory.address() + from));
                part.addProperty("length", i - from);
                parts.add(part);
            }
        }
        return parts;
    }
}
