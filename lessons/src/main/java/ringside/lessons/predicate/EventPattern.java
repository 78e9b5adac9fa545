package ringside.lessons.predicate;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which events are meant.
 *
 * @param kind their kind
 * @param task the task that they concern, or an empty text for any
 * @param detail what their details must say, by name
 */
public record EventPattern(String kind, String task, Map<String, JsonPrimitive> detail) {
    /** Copies the map. */
    public EventPattern {
        detail = Map.copyOf(detail);
    }

    /** Whether an event of the kind is meant. */
    public boolean matches(JsonObject event) {
        if (!task.isEmpty()
                && !(event.get("task") instanceof JsonPrimitive name
                        && name.getAsString().equals(task))) {
            return false;
        }
        JsonObject told = event.getAsJsonObject("detail");
        return detail.entrySet().stream()
                .allMatch(wanted -> Comparison.same(told.get(wanted.getKey()), wanted.getValue()));
    }

    @Override
    public String toString() {
        return kind + (task.isEmpty() ? "" : " of " + task) + (detail.isEmpty() ? "" : " " + new TreeMap<>(detail));
    }
}
