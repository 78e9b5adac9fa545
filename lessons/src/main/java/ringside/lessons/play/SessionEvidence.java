package ringside.lessons.play;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import ringside.cpu.image.UnreadableException;
import ringside.kernels.session.EventFilter;
import ringside.kernels.session.Session;
import ringside.kernels.session.ViewCatalog;
import ringside.kernels.session.ViewJson;
import ringside.lessons.predicate.Evidence;

/** What a session's machine says at its cursor. Each view is read once; make a new one after each move. */
final class SessionEvidence implements Evidence {
    private final Session session;
    private final long startMark;
    private final long startIndex;
    private final Map<String, JsonElement> views = new HashMap<>();
    private final Map<String, List<JsonObject>> events = new HashMap<>();

    /**
     * Asks a session.
     *
     * @param startMark the mark at which the step began
     * @param startIndex the index of the first event that counts
     */
    SessionEvidence(Session session, long startMark, long startIndex) {
        this.session = session;
        this.startMark = startMark;
        this.startIndex = startIndex;
    }

    @Override
    public JsonElement view(String name) {
        JsonElement known = views.get(name);
        if (known == null) {
            known = read(name);
            views.put(name, known);
        }
        return known;
    }

    private JsonElement read(String name) {
        try {
            return ViewJson.of(ViewCatalog.read(session, name));
        } catch (UnreadableException notNow) {
            return JsonNull.INSTANCE;
        }
    }

    /** The events as JSON, each with its index, by which their order is known also where the mark is the same. */
    @Override
    public List<JsonObject> events(String kind) {
        return events.computeIfAbsent(kind, this::readEvents);
    }

    private List<JsonObject> readEvents(String kind) {
        List<JsonObject> found = new ArrayList<>();
        int mask = EventFilter.parse(kind).kindMask();
        session.events().readBack(session.timeline().eventCount(), mask, (index, event) -> {
            if (index >= startIndex && event.kind().equals(kind)) {
                JsonObject json = ViewJson.of(event);
                json.addProperty("index", index);
                found.add(json);
            }
            return index >= startIndex;
        });
        Collections.reverse(found);
        return found;
    }

    @Override
    public long instructionsSinceStart() {
        return session.timeline().mark() - startMark;
    }

    @Override
    public OptionalLong symbol(String name) {
        return session.debug().addressOf(name);
    }
}
