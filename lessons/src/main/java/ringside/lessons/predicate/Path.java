package ringside.lessons.predicate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.cpu.BadInputException;

/**
 * The way to a part of a JSON document, such as {@code tasks[name=hello].memory.appBreak}.
 *
 * <p>Steps are names between dots; {@code [3]} is an element of an array by its index, {@code [-1]} the last;
 * {@code [name=hello]} the first element whose member has that value; {@code length}, at the end, the number of elements.
 * What is not there is null.
 */
public final class Path {
    private static final Pattern STEP =
            Pattern.compile("\\.?([A-Za-z_][A-Za-z0-9_-]*)|\\[(-?[0-9]{1,9})]|\\[([A-Za-z]+)=([^\\]]*)]");

    private final String text;
    private final List<Step> steps;

    /** One part of the way. */
    private sealed interface Step {
        JsonElement from(JsonElement element);
    }

    private record Member(String name) implements Step {
        @Override
        public JsonElement from(JsonElement element) {
            if (element instanceof JsonArray array && name.equals("length")) {
                return new JsonPrimitive(array.size());
            }
            return element instanceof JsonObject object && object.has(name) ? object.get(name) : JsonNull.INSTANCE;
        }
    }

    private record Index(int index) implements Step {
        @Override
        public JsonElement from(JsonElement element) {
            if (element instanceof JsonArray array) {
                int place = index < 0 ? array.size() + index : index;
                return place >= 0 && place < array.size() ? array.get(place) : JsonNull.INSTANCE;
            }
            return JsonNull.INSTANCE;
        }
    }

    private record Search(String member, String value) implements Step {
        @Override
        public JsonElement from(JsonElement element) {
            if (element instanceof JsonArray array) {
                for (JsonElement candidate : array) {
                    if (candidate instanceof JsonObject object
                            && object.get(member) instanceof JsonPrimitive found
                            && found.getAsString().equals(value)) {
                        return candidate;
                    }
                }
            }
            return JsonNull.INSTANCE;
        }
    }

    private Path(String text, List<Step> steps) {
        this.text = text;
        this.steps = List.copyOf(steps);
    }

    /**
     * Reads a path.
     *
     * @throws BadInputException if it is not one
     */
    public static Path parse(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at || at == 0 && text.startsWith(".")) {
                throw new BadInputException("\"" + text + "\" is not a path: \"" + text.substring(at)
                        + "\" should be a name, [index] or [name=value]");
            }
            steps.add(step(matcher));
            at = matcher.end();
        }
        return new Path(text, steps);
    }

    private static Step step(Matcher matcher) {
        if (matcher.group(1) != null) {
            return new Member(matcher.group(1));
        }
        return matcher.group(2) != null
                ? new Index(Integer.parseInt(matcher.group(2)))
                : new Search(matcher.group(3), matcher.group(4));
    }

    /** The part of the document, or null in JSON. */
    public JsonElement select(JsonElement document) {
        JsonElement element = document;
        for (Step step : steps) {
            element = step.from(element);
        }
        return element;
    }

    @Override
    public String toString() {
        return text;
    }
}
