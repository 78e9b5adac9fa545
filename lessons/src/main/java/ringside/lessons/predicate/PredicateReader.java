package ringside.lessons.predicate;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ringside.cpu.BadInputException;
import ringside.kernels.session.EventKinds;
import ringside.kernels.session.ViewCatalog;
import ringside.lessons.json.JsonPlace;

/** Reads predicates and sources out of a lesson. */
public final class PredicateReader {
    private static final int DEEPEST = 8;
    private static final String[] SOURCE_KEYS = {
        "view", "path", "event", "task", "detail", "which", "symbol", "instructions", "plus"
    };

    private PredicateReader() {}

    /**
     * Reads a predicate.
     *
     * @throws BadInputException if it is none
     */
    public static Predicate predicate(JsonPlace place) {
        return predicate(place, 0);
    }

    private static Predicate predicate(JsonPlace place, int depth) {
        if (depth > DEEPEST) {
            throw place.bad("is nested too deeply");
        }
        if (place.has("all")) {
            place.allow("all");
            return new Predicate.All(parts(place, "all", depth));
        }
        if (place.has("any")) {
            place.allow("any");
            return new Predicate.Any(parts(place, "any", depth));
        }
        if (place.has("not")) {
            place.allow("not");
            return new Predicate.Not(predicate(place.object("not"), depth + 1));
        }
        return comparisons(place);
    }

    private static List<Predicate> parts(JsonPlace place, String name, int depth) {
        List<Predicate> parts = place.objects(name, part -> predicate(part, depth + 1));
        if (parts.isEmpty()) {
            throw place.badAt(name, "must be a list of at least one predicate");
        }
        return parts;
    }

    private static Predicate comparisons(JsonPlace place) {
        List<String> keys = new ArrayList<>(List.of(SOURCE_KEYS));
        keys.addAll(Comparison.keys());
        keys.add("exists");
        keys.addAll(List.of("all", "any", "not"));
        place.allow(keys.toArray(String[]::new));
        Source left = source(place);
        List<Predicate> parts = new ArrayList<>();
        for (Comparison comparison : Comparison.values()) {
            if (place.has(comparison.key())) {
                parts.add(new Predicate.Compare(left, comparison, rightSide(place, comparison.key())));
            }
        }
        if (place.has("exists")) {
            parts.add(new Predicate.Exists(left, place.flag("exists", true)));
        }
        if (parts.isEmpty() && left instanceof Source.EventCount) {
            return new Predicate.Compare(left, Comparison.AT_LEAST, new Source.Literal(new JsonPrimitive(1)));
        }
        if (parts.isEmpty()) {
            throw place.bad("compares with nothing; give one of " + String.join(", ", Comparison.keys()) + ", exists");
        }
        return parts.size() == 1 ? parts.get(0) : new Predicate.All(parts);
    }

    private static Source rightSide(JsonPlace place, String name) {
        JsonElement value = place.get(name);
        if (value instanceof JsonPrimitive) {
            return new Source.Literal(place.scalar(name));
        }
        if (value instanceof JsonObject) {
            return onlySource(place.object(name));
        }
        throw place.badAt(name, "must be a text, a number, true, false, or an object that says where the value is");
    }

    /**
     * Reads an object that says where a value is, and nothing else.
     *
     * @throws BadInputException if it does not
     */
    public static Source onlySource(JsonPlace place) {
        place.allow(SOURCE_KEYS);
        return source(place);
    }

    private static Source source(JsonPlace place) {
        Source source = plainSource(place);
        return place.has("plus")
                ? new Source.Sum(source, place.number("plus", Integer.MIN_VALUE, Integer.MAX_VALUE))
                : source;
    }

    private static Source plainSource(JsonPlace place) {
        long kinds = List.of("view", "event", "symbol", "instructions").stream()
                .filter(place::has)
                .count();
        if (kinds != 1) {
            throw place.bad("must have exactly one of view, event, symbol, instructions");
        }
        if (place.has("view")) {
            return new Source.PartOfView(
                    viewName(place), path(place).orElseThrow(() -> place.badAt("path", "is missing")));
        }
        if (place.has("symbol")) {
            return new Source.SymbolAddress(place.text("symbol"));
        }
        if (place.has("instructions")) {
            place.word("instructions", List.of("since-start"));
            return new Source.Instructions();
        }
        EventPattern pattern = pattern(place);
        boolean first = place.has("which")
                && place.word("which", List.of("first", "last")).equals("first");
        return path(place)
                .<Source>map(path -> new Source.PartOfEvent(pattern, first, path))
                .orElseGet(() -> new Source.EventCount(pattern));
    }

    /** The event that the members {@code event}, {@code task} and {@code detail} mean. */
    public static EventPattern pattern(JsonPlace place) {
        String kind = place.text("event");
        if (!EventKinds.all().contains(kind)) {
            throw place.badAt(
                    "event", "is \"" + kind + "\"; the kinds of events are " + String.join(", ", EventKinds.all()));
        }
        Map<String, JsonPrimitive> detail = new HashMap<>();
        place.objectIfAny("detail")
                .ifPresent(object -> object.json().keySet().forEach(name -> detail.put(name, object.scalar(name))));
        return new EventPattern(kind, place.textOrEmpty("task"), detail);
    }

    private static Optional<Path> path(JsonPlace place) {
        if (!place.has("path")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.parse(place.text("path")));
        } catch (BadInputException broken) {
            throw place.badAt("path", "is not right: " + broken.getMessage());
        }
    }

    private static String viewName(JsonPlace place) {
        String view = place.text("view");
        for (String form : ViewCatalog.names()) {
            String pattern = Pattern.quote(form).replaceAll("[A-Z]{3,}", "\\\\E[^:]+\\\\Q");
            if (view.matches(pattern)) {
                return view;
            }
        }
        throw place.badAt("view", "is \"" + view + "\"; the views are " + String.join(", ", ViewCatalog.names()));
    }
}
