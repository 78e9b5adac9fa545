package ringside.cpu.tracefile;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import ringside.cpu.BadInputException;

/** JSON as RFC 8259 has it, with errors that say where they are. */
final class StrictJson {
    private StrictJson() {}

    /** Reads exactly one object. The place is for the message, such as {@code keys.jsonl, line 3}. */
    static JsonObject object(String text, String place) {
        try {
            JsonReader reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new BadInputException(place + ": there is something after the JSON object");
            }
            if (!element.isJsonObject()) {
                throw new BadInputException(place + ": this is JSON, but not an object in braces");
            }
            return element.getAsJsonObject();
        } catch (JsonParseException | IOException | IllegalStateException broken) {
            throw new BadInputException(place + ": not JSON", broken);
        }
    }

    /** The text under a key. */
    static String text(JsonObject object, String key, String place) {
        JsonElement value = object.get(key);
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw new BadInputException(place + ": \"" + key + "\" must be a text");
    }

    /** The whole number, at least 0, under a key. */
    static long count(JsonObject object, String key, String place) {
        if (object.get(key) instanceof JsonPrimitive primitive && primitive.isNumber()) {
            String digits = primitive.getAsString();
            if (digits.length() <= 30) {
                BigDecimal number = new BigDecimal(digits);
                if (number.signum() >= 0 && number.scale() <= 0 && number.precision() - number.scale() <= 18) {
                    return number.longValueExact();
                }
            }
        }
        throw new BadInputException(place + ": \"" + key + "\" must be a whole number from 0 to 10^18");
    }

    /** The object under a key. */
    static JsonObject object(JsonObject object, String key, String place) {
        if (object.get(key) instanceof JsonObject inner) {
            return inner;
        }
        throw new BadInputException(place + ": \"" + key + "\" must be an object in braces");
    }
}
