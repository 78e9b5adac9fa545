package ringside.cpu.vector;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ringside.cpu.BadInputException;

/** A vector's JSON object, and what the formats of all processors have in common. */
final class VectorJson {
    private static final long PAGE = 4096;

    private final String place;
    private final JsonObject root;

    private VectorJson(String place, JsonObject root) {
        this.place = place;
        this.root = root;
    }

    /**
     * Reads a line.
     *
     * @param place names the line in messages
     * @throws BadInputException if it is not a JSON object
     */
    static VectorJson read(String place, String line) {
        VectorJson none = new VectorJson(place, new JsonObject());
        try {
            JsonElement element = JsonParser.parseString(line);
            if (element.isJsonObject()) {
                return new VectorJson(place, element.getAsJsonObject());
            }
        } catch (JsonParseException | NumberFormatException broken) {
            throw none.bad("this is not JSON; each line is one object with one test vector");
        }
        throw none.bad("a vector is a JSON object");
    }

    BadInputException bad(String what) {
        return new BadInputException(place + ": " + what.replaceAll("\\p{Cntrl}", "?"));
    }

    boolean has(String name) {
        return root.has(name);
    }

    JsonObject part(String name) {
        return part(root, name);
    }

    JsonObject part(JsonObject json, String name) {
        JsonElement value = json.get(name);
        if (value == null || !value.isJsonObject()) {
            throw bad(value == null ? "\"" + name + "\" is missing" : "\"" + name + "\" must be an object");
        }
        return value.getAsJsonObject();
    }

    /** What the vector is called: its name, or its place. */
    String name() {
        return has("name") ? text("name") : place;
    }

    String text(String name) {
        JsonElement value = root.get(name);
        if (value == null) {
            throw bad("\"" + name + "\" is missing");
        }
        return text(name, value);
    }

    String text(String name, JsonElement value) {
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw bad("\"" + name + "\" must be a text");
        }
        return value.getAsString();
    }

    /** A number of at most so many hexadecimal digits. */
    long number(String name, String digits, int most) {
        boolean isHex = !digits.isEmpty() && digits.length() <= most;
        long value = 0;
        for (int i = 0; isHex && i < digits.length(); i++) {
            int digit = digits.charAt(i) < 128 ? Character.digit(digits.charAt(i), 16) : -1;
            isHex = digit >= 0;
            value = value << 4 | digit;
        }
        if (!isHex) {
            String words = most == 8 ? "one to eight" : "one to " + most;
            throw bad("\"" + name + "\" must be " + words + " hexadecimal digits, not \"" + shortened(digits) + "\"");
        }
        return value;
    }

    static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    byte[] hexBytes(String name, String digits) {
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException broken) {
            throw bad("\"" + name + "\" must be pairs of hexadecimal digits, not \"" + shortened(digits) + "\"");
        }
    }

    /** The {@code mem} of a state: addresses of so many digits. */
    List<VectorBytes> memory(JsonObject state, int digits) {
        List<VectorBytes> all = new ArrayList<>();
        if (state.has("mem")) {
            for (Map.Entry<String, JsonElement> entry : part(state, "mem").entrySet()) {
                long address = number("mem", entry.getKey(), digits);
                byte[] values = hexBytes("mem", text("mem", entry.getValue()));
                long last = digits == 16 ? -1L : (1L << 4 * digits) - 1;
                if (values.length > 0 && Long.compareUnsigned(last - address, values.length - 1) < 0) {
                    throw bad("the bytes at " + entry.getKey() + " go past the end of memory");
                }
                all.add(new VectorBytes(address, values));
            }
        }
        return all;
    }

    /** The {@code pages}, or null if there are none and memory is flat. */
    Map<Long, PageRights> pages(int digits) {
        if (!has("pages")) {
            return null;
        }
        Map<Long, PageRights> all = new TreeMap<>();
        for (Map.Entry<String, JsonElement> entry : part("pages").entrySet()) {
            long address = number("pages", entry.getKey(), digits);
            String letters = text("pages", entry.getValue());
            if (address % PAGE != 0) {
                throw bad("the page " + entry.getKey() + " does not begin at a multiple of 1000");
            }
            all.put(address, rights(entry.getKey(), letters));
        }
        return all;
    }

    private PageRights rights(String page, String letters) {
        boolean read = letters.indexOf('r') >= 0;
        boolean write = letters.indexOf('w') >= 0;
        boolean execute = letters.indexOf('x') >= 0;
        int distinct = (read ? 1 : 0) + (write ? 1 : 0) + (execute ? 1 : 0);
        if (distinct == 0 || distinct != letters.length()) {
            throw bad("the page " + page + " needs some of the letters rwx, each once, not \"" + shortened(letters)
                    + "\"");
        }
        return new PageRights(read, write, execute);
    }

    /** The {@code exception}: a number from a range, or null. */
    Integer exception(int least, int most) {
        JsonElement value = root.get("exception");
        if (value == null || value.isJsonNull()) {
            return null;
        }
        String message = "\"exception\" must be null or the number of an exception, " + least + " to " + most;
        try {
            int number = value.getAsJsonPrimitive().getAsBigDecimal().intValueExact();
            if (value.getAsJsonPrimitive().isNumber() && number >= least && number <= most) {
                return number;
            }
        } catch (IllegalStateException | ArithmeticException | NumberFormatException notWhole) {
            throw bad(message);
        }
        throw bad(message);
    }

    /** The {@code cpl}, 0 to 3, or the value if there is none. */
    int privilegeLevel(int otherwise) {
        JsonElement value = root.get("cpl");
        if (value == null) {
            return otherwise;
        }
        String text = value.isJsonPrimitive() ? value.getAsString() : "";
        if (!text.matches("[0-3]")) {
            throw bad("\"cpl\" must be 0, 1, 2 or 3");
        }
        return text.charAt(0) - '0';
    }
}
