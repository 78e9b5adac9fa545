package ringside.lessons.json;

import com.google.gson.JsonArray;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ringside.cpu.BadInputException;

/**
 * An object of a JSON text that knows where it stands.
 *
 * @param where the file and the way to the object in it, such as {@code lesson.json: steps[2].prediction}
 * @param json the object
 */
public record JsonPlace(String where, JsonObject json) {

    /**
     * Reads a text that must be one object.
     *
     * @param file the file's name, for messages
     * @throws BadInputException if it is not JSON, or not an object
     */
    public static JsonPlace parse(String file, String text) {
        try {
            JsonReader reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new BadInputException(file + ": there is something after the end of the JSON object");
            }
            if (!element.isJsonObject()) {
                throw new BadInputException(file + ": this is JSON, but not an object in braces");
            }
            return new JsonPlace(file, element.getAsJsonObject());
        } catch (JsonParseException | IOException | IllegalStateException broken) {
            throw new BadInputException(file + ": this is not JSON: " + firstLine(broken.getMessage()), broken);
        }
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("").replaceFirst("^[a-zA-Z.]+Exception: ", "");
    }

    /** An error at this place. */
    public BadInputException bad(String what) {
        return new BadInputException(where + (where.contains(":") ? " " : ": ") + what);
    }

    /** An error at a member of this object. */
    public BadInputException badAt(String name, String what) {
        return new BadInputException(whereOf(name) + " " + what);
    }

    private String whereOf(String name) {
        return where + (where.contains(":") ? "." : ": ") + name;
    }

    /** Refuses members with other names. */
    public void allow(String... names) {
        for (String name : json.keySet()) {
            if (!Arrays.asList(names).contains(name)) {
                throw badAt(name, "is not known here; known are " + String.join(", ", names));
            }
        }
    }

    /** Whether there is a member of that name. */
    public boolean has(String name) {
        return json.has(name);
    }

    /** A member that must be there. */
    public JsonElement get(String name) {
        JsonElement value = json.get(name);
        if (value == null) {
            throw badAt(name, "is missing");
        }
        return value;
    }

    /** A text that must be there and must not be blank. */
    public String text(String name) {
        if (get(name) instanceof JsonPrimitive value
                && value.isString()
                && !value.getAsString().isBlank()) {
            return value.getAsString();
        }
        throw badAt(name, "must be a text that is not empty");
    }

    /** A text, or an empty one if it is not there. */
    public String textOrEmpty(String name) {
        return has(name) ? text(name) : "";
    }

    /** A whole number between the bounds. */
    public int number(String name, int least, int most) {
        if (get(name) instanceof JsonPrimitive value && value.isNumber()) {
            double number = value.getAsDouble();
            if (number == Math.rint(number) && number >= least && number <= most) {
                return (int) number;
            }
        }
        throw badAt(name, "must be a whole number from " + least + " to " + most);
    }

    /** A text, true or false, or a whole number of at most 18 digits. */
    public JsonPrimitive scalar(String name) {
        if (get(name) instanceof JsonPrimitive value
                && (!value.isNumber() || value.getAsString().matches("-?[0-9]{1,18}"))) {
            return value;
        }
        throw badAt(name, "must be a text, a whole number, true or false");
    }

    /** True or false, or the other value if it is not there. */
    public boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (get(name) instanceof JsonPrimitive value && value.isBoolean()) {
            return value.getAsBoolean();
        }
        throw badAt(name, "must be true or false");
    }

    /** One of the words. */
    public String word(String name, List<String> words) {
        String text = text(name);
        if (!words.contains(text)) {
            throw badAt(name, "is \"" + text + "\", which is not one of " + String.join(", ", words));
        }
        return text;
    }

    /** An object that must be there. */
    public JsonPlace object(String name) {
        if (get(name) instanceof JsonObject object) {
            return new JsonPlace(whereOf(name), object);
        }
        throw badAt(name, "must be an object in braces");
    }

    /** An object, if it is there. */
    public Optional<JsonPlace> objectIfAny(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** A list of objects, each read by the function; empty if it is not there. */
    public <T> List<T> objects(String name, Function<JsonPlace, T> read) {
        List<T> values = new ArrayList<>();
        JsonArray array = array(name);
        for (int i = 0; i < array.size(); i++) {
            String place = whereOf(name) + "[" + i + "]";
            if (!(array.get(i) instanceof JsonObject object)) {
                throw new BadInputException(place + " must be an object in braces");
            }
            values.add(read.apply(new JsonPlace(place, object)));
        }
        return values;
    }

    /** A list of texts; empty if it is not there. */
    public List<String> texts(String name) {
        List<String> values = new ArrayList<>();
        for (JsonElement element : array(name)) {
            if (!(element instanceof JsonPrimitive text)
                    || !text.isString()
                    || text.getAsString().isBlank()) {
                throw badAt(name, "must be a list of texts that are not empty");
            }
            values.add(text.getAsString());
        }
        return values;
    }

    private JsonArray array(String name) {
        if (!has(name)) {
            return new JsonArray();
        }
        if (get(name) instanceof JsonArray array) {
            return array;
        }
        throw badAt(name, "must be a list in brackets");
    }
}
