package ringside.cpu.board;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import ringside.cpu.BadInputException;

/** An object of a JSON text that knows where it stands, so that an error can say it. */
record JsonPart(String where, JsonObject json) {

    BadInputException bad(String what) {
        return new BadInputException(where + ": " + what.replaceAll("\\p{Cntrl}", "?"));
    }

    /** The value of that name, which must be there. */
    private JsonElement get(String name) {
        JsonElement value = json.get(name);
        if (value == null || value.isJsonNull()) {
            throw bad("\"" + name + "\" is missing");
        }
        return value;
    }

    boolean has(String name) {
        return json.has(name);
    }

    Set<String> names() {
        return json.keySet();
    }

    String text(String name) {
        JsonElement value = get(name);
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw bad("\"" + name + "\" must be a text");
        }
        return value.getAsString();
    }

    /** A whole number between the bounds. */
    long number(String name, long least, long most) {
        JsonElement value = get(name);
        try {
            long number = value.getAsJsonPrimitive().getAsBigDecimal().longValueExact();
            if (number >= least && number <= most) {
                return number;
            }
        } catch (IllegalStateException | ArithmeticException | NumberFormatException notWhole) {
            throw bad("\"" + name + "\" must be a whole number from " + least + " to " + most);
        }
        throw bad("\"" + name + "\" must be a whole number from " + least + " to " + most);
    }

    boolean flag(String name) {
        JsonElement value = get(name);
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
            throw bad("\"" + name + "\" must be true or false");
        }
        return value.getAsBoolean();
    }

    /** A number of 32 bits as a text of hexadecimal digits. */
    long hex(String name) {
        return parseHex(name, text(name));
    }

    private long parseHex(String name, String digits) {
        if (!digits.matches("[0-9a-fA-F]{1,8}")) {
            throw bad(
                    "\"" + name + "\" must be one to eight hexadecimal digits without prefix, not \"" + digits + "\"");
        }
        return Long.parseLong(digits, 16);
    }

    /** A list of hexadecimal texts; empty if it is not there. */
    List<Long> hexes(String name) {
        List<Long> values = new ArrayList<>();
        if (has(name)) {
            for (JsonElement element : array(name)) {
                if (!element.isJsonPrimitive()) {
                    throw bad("\"" + name + "\" must be a list of texts");
                }
                values.add(parseHex(name, element.getAsString()));
            }
        }
        return values;
    }

    /** A list of texts; empty if it is not there. */
    List<String> texts(String name) {
        List<String> values = new ArrayList<>();
        if (has(name)) {
            for (JsonElement element : array(name)) {
                if (!element.isJsonPrimitive()) {
                    throw bad("\"" + name + "\" must be a list of texts");
                }
                values.add(element.getAsString());
            }
        }
        return values;
    }

    /** A list of objects, each read by the function; empty if it is not there. */
    <T> List<T> objects(String name, Function<JsonPart, T> read) {
        List<T> values = new ArrayList<>();
        if (has(name)) {
            JsonArray array = array(name);
            for (int i = 0; i < array.size(); i++) {
                String place = where + ": " + name + "[" + i + "]";
                if (!array.get(i).isJsonObject()) {
                    throw new BadInputException(place + " must be an object");
                }
                values.add(read.apply(new JsonPart(place, array.get(i).getAsJsonObject())));
            }
        }
        return values;
    }

    /** An object, or an empty one if it is not there. */
    JsonPart object(String name) {
        if (!has(name)) {
            return new JsonPart(where, new JsonObject());
        }
        if (!get(name).isJsonObject()) {
            throw bad("\"" + name + "\" must be an object");
        }
        return new JsonPart(where + ": " + name, get(name).getAsJsonObject());
    }

    private JsonArray array(String name) {
        if (!get(name).isJsonArray()) {
            throw bad("\"" + name + "\" must be a list");
        }
        return get(name).getAsJsonArray();
    }
}
