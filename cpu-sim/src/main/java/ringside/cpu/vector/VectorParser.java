package ringside.cpu.vector;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ringside.cpu.BadInputException;
import ringside.cpu.vector.TestVector.Bytes;
import ringside.cpu.vector.TestVector.Rights;

/** Makes a vector of one line. */
final class VectorParser {
    private static final long DEFAULT_FLAGS = 0xF800_0000L;
    private static final long PAGE = 4096;
    private static final long END = 1L << 32;
    private static final int LONGEST_CODE = 16;

    private final Set<String> registers;
    private String where;

    VectorParser(Set<String> registers) {
        this.registers = registers;
    }

    /**
     * Reads a line.
     *
     * @param place names the line in messages
     * @throws BadInputException if it is not a vector, or one for another processor
     */
    TestVector parse(String place, String line) {
        where = place;
        JsonObject json = object(line);
        requireProcessor(json);
        JsonObject before = part(json, "before");
        JsonObject after = part(json, "after");
        byte[] code = hexBytes("bytes", text(json, "bytes"));
        if (code.length == 0 || code.length % 2 != 0 || code.length > LONGEST_CODE) {
            throw bad("\"bytes\" must begin with a Thumb instruction and have 2 to 16 bytes, in halfwords");
        }
        return new TestVector(
                json.has("name") ? text(json, "name") : place,
                code,
                registers(before),
                memory(before),
                registers(after),
                memory(after),
                json.has("pages") ? pages(part(json, "pages")) : null,
                json.has("flagsMask") ? number("flagsMask", text(json, "flagsMask")) : DEFAULT_FLAGS,
                exception(json));
    }

    private BadInputException bad(String what) {
        return new BadInputException(where + ": " + what.replaceAll("\\p{Cntrl}", "?"));
    }

    private JsonObject object(String line) {
        try {
            JsonElement element = JsonParser.parseString(line);
            if (element.isJsonObject()) {
                return element.getAsJsonObject();
            }
        } catch (JsonParseException | NumberFormatException broken) {
            throw bad("this is not JSON; each line is one object with one test vector");
        }
        throw bad("a vector is a JSON object");
    }

    private void requireProcessor(JsonObject json) {
        String cpu = text(json, "cpu");
        if (!cpu.equals("cortex-m3")) {
            throw bad("the vector is for the cpu \"" + cpu + "\"; this version runs cortex-m3 vectors");
        }
        if (json.has("mode") || json.has("cpl")) {
            throw bad("\"mode\" and \"cpl\" belong to x86-64 vectors");
        }
    }

    private JsonObject part(JsonObject json, String name) {
        JsonElement value = json.get(name);
        if (value == null || !value.isJsonObject()) {
            throw bad(value == null ? "\"" + name + "\" is missing" : "\"" + name + "\" must be an object");
        }
        return value.getAsJsonObject();
    }

    private String text(JsonObject json, String name) {
        JsonElement value = json.get(name);
        if (value == null) {
            throw bad("\"" + name + "\" is missing");
        }
        return text(name, value);
    }

    private String text(String name, JsonElement value) {
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw bad("\"" + name + "\" must be a text");
        }
        return value.getAsString();
    }

    private long number(String name, String digits) {
        boolean isHex = !digits.isEmpty()
                && digits.length() <= 8
                && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
        if (!isHex) {
            throw bad("\"" + name + "\" must be one to eight hexadecimal digits, not \"" + shortened(digits) + "\"");
        }
        return Long.parseLong(digits, 16);
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    private byte[] hexBytes(String name, String digits) {
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException broken) {
            throw bad("\"" + name + "\" must be pairs of hexadecimal digits, not \"" + shortened(digits) + "\"");
        }
    }

    private Map<String, Long> registers(JsonObject state) {
        Map<String, Long> values = new LinkedHashMap<>();
        if (state.has("regs")) {
            for (Map.Entry<String, JsonElement> entry : part(state, "regs").entrySet()) {
                String name = entry.getKey();
                if (!registers.contains(name)) {
                    throw bad("cortex-m3 has no register \"" + shortened(name) + "\"");
                }
                values.put(name, number(name, text(name, entry.getValue())));
            }
        }
        return values;
    }

    private List<Bytes> memory(JsonObject state) {
        List<Bytes> all = new ArrayList<>();
        if (state.has("mem")) {
            for (Map.Entry<String, JsonElement> entry : part(state, "mem").entrySet()) {
                long address = number("mem", entry.getKey());
                byte[] values = hexBytes("mem", text("mem", entry.getValue()));
                if (address + values.length > END) {
                    throw bad("the bytes at " + entry.getKey() + " go past the end of memory");
                }
                all.add(new Bytes(address, values));
            }
        }
        return all;
    }

    private Map<Long, Rights> pages(JsonObject pages) {
        Map<Long, Rights> all = new TreeMap<>();
        for (Map.Entry<String, JsonElement> entry : pages.entrySet()) {
            long address = number("pages", entry.getKey());
            String letters = text("pages", entry.getValue());
            if (address % PAGE != 0) {
                throw bad("the page " + entry.getKey() + " does not begin at a multiple of 1000");
            }
            if (!letters.matches("[rwx]+") || letters.chars().distinct().count() != letters.length()) {
                throw bad("the page " + entry.getKey() + " needs some of the letters rwx, each once, not \""
                        + shortened(letters) + "\"");
            }
            all.put(address, new Rights(letters.contains("r"), letters.contains("w"), letters.contains("x")));
        }
        return all;
    }

    private Integer exception(JsonObject json) {
        JsonElement value = json.get("exception");
        if (value == null || value.isJsonNull()) {
            return null;
        }
        try {
            int number = value.getAsJsonPrimitive().getAsBigDecimal().intValueExact();
            if (value.getAsJsonPrimitive().isNumber() && number >= 1 && number <= 511) {
                return number;
            }
        } catch (IllegalStateException | ArithmeticException | NumberFormatException notWhole) {
            throw bad("\"exception\" must be null or the number of an exception, 1 to 511");
        }
        throw bad("\"exception\" must be null or the number of an exception, 1 to 511");
    }
}
