package ringside.cpu.tracefile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import ringside.cpu.BadInputException;
import ringside.cpu.machine.Input;

/**
 * The format of input files: one JSON object a line, such as {@code {"mark":5000,"port":"uart0","text":"ls\n"}}.
 *
 * <p>Instead of {@code text}, {@code bytes} gives any bytes as hex digits, two each. Empty lines are skipped.
 */
public final class InputLines {
    private static final Set<String> KEYS = Set.of("mark", "port", "text", "bytes");
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private InputLines() {}

    /**
     * Reads an input file's text. The marks may be in any order.
     *
     * @param origin the file's name, for messages
     * @throws BadInputException with the line's number, if a line cannot be understood
     */
    public static List<Input> parse(String text, String origin) {
        List<Input> inputs = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                inputs.add(parseLine(line, origin + ", line " + number));
            }
        }
        return inputs;
    }

    private static Input parseLine(String line, String place) {
        JsonObject object = StrictJson.object(line, place);
        for (String key : object.keySet()) {
            if (!KEYS.contains(key)) {
                throw new BadInputException(
                        place + ": the key \"" + key + "\" is not known; use mark, port, and text or bytes");
            }
        }
        if (object.has("text") == object.has("bytes")) {
            throw new BadInputException(place + ": give either \"text\" or \"bytes\"");
        }
        byte[] bytes = object.has("text")
                ? StrictJson.text(object, "text", place).getBytes(StandardCharsets.UTF_8)
                : hex(StrictJson.text(object, "bytes", place), place);
        return new Input(StrictJson.count(object, "mark", place), StrictJson.text(object, "port", place), bytes);
    }

    private static byte[] hex(String digits, String place) {
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException odd) {
            throw new BadInputException(
                    place + ": \"bytes\" must be hex digits, two for each byte, such as \"0d0a\"", odd);
        }
    }

    /** Writes inputs as lines that {@link #parse} reads back to the same inputs. */
    public static String print(List<Input> inputs) {
        StringBuilder lines = new StringBuilder();
        for (Input input : inputs) {
            JsonObject object = new JsonObject();
            object.addProperty("mark", input.mark());
            object.addProperty("port", input.port());
            String text = readable(input.bytes());
            if (text != null) {
                object.addProperty("text", text);
            } else {
                object.addProperty("bytes", HexFormat.of().formatHex(input.bytes()));
            }
            lines.append(GSON.toJson(object)).append('\n');
        }
        return lines.toString();
    }

    /** The bytes as text, if they are UTF-8 without control characters but tab, line feed and return; else null. */
    private static String readable(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean plain = text.chars().allMatch(c -> c >= ' ' && c != 0x7F || c == '\n' || c == '\r' || c == '\t');
            return plain ? text : null;
        } catch (CharacterCodingException notText) {
            return null;
        }
    }
}
