package ringside.lessons.predicate;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Evidence out of a test's own JSON. */
public final class FakeEvidence implements Evidence {
    private final Map<String, JsonElement> views = new HashMap<>();
    private final List<JsonObject> events = new ArrayList<>();
    private long instructions;

    /** Adds a view. */
    public FakeEvidence view(String name, String json) {
        views.put(name, JsonParser.parseString(json));
        return this;
    }

    /** Adds an event; the task may be null. */
    public FakeEvidence event(String kind, String task, String detail) {
        JsonObject event = new JsonObject();
        event.addProperty("mark", 100 + events.size());
        event.addProperty("kind", kind);
        event.addProperty("task", task);
        event.add("detail", JsonParser.parseString(detail));
        event.addProperty("index", events.size());
        events.add(event);
        return this;
    }

    /** Sets how far the step has come. */
    public FakeEvidence instructions(long count) {
        instructions = count;
        return this;
    }

    @Override
    public JsonElement view(String name) {
        return views.getOrDefault(name, JsonNull.INSTANCE);
    }

    @Override
    public List<JsonObject> events(String kind) {
        return events.stream()
                .filter(event -> event.get("kind").getAsString().equals(kind))
                .toList();
    }

    @Override
    public long instructionsSinceStart() {
        return instructions;
    }

    @Override
    public OptionalLong symbol(String name) {
        return name.equals("main") ? OptionalLong.of(0xA1A) : OptionalLong.empty();
    }
}
