package ringside.lessons.predicate;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.OptionalLong;

/** Where a value comes from. */
public sealed interface Source {

    /** The value now; null in JSON if there is none. */
    JsonElement value(Evidence evidence);

    /** A value that is written down. */
    record Literal(JsonPrimitive literal) implements Source {
        @Override
        public JsonElement value(Evidence evidence) {
            return literal;
        }
    }

    /** A part of a view. */
    record PartOfView(String view, Path path) implements Source {
        @Override
        public JsonElement value(Evidence evidence) {
            return path.select(evidence.view(view));
        }
    }

    /** How many events match, since the step began. */
    record EventCount(EventPattern pattern) implements Source {
        @Override
        public JsonElement value(Evidence evidence) {
            return new JsonPrimitive(matching(pattern, evidence).size());
        }
    }

    /** What one of the matching events tells, since the step began. */
    record PartOfEvent(EventPattern pattern, boolean first, Path path) implements Source {
        @Override
        public JsonElement value(Evidence evidence) {
            List<JsonObject> events = matching(pattern, evidence);
            return events.isEmpty() ? JsonNull.INSTANCE : path.select(events.get(first ? 0 : events.size() - 1));
        }
    }

    /** The address of a symbol. */
    record SymbolAddress(String symbol) implements Source {
        @Override
        public JsonElement value(Evidence evidence) {
            OptionalLong address = evidence.symbol(symbol);
            return address.isPresent() ? new JsonPrimitive(Long.toHexString(address.getAsLong())) : JsonNull.INSTANCE;
        }
    }

    /** Instructions since the step began; negative before that. */
    record Instructions() implements Source {
        @Override
        public JsonElement value(Evidence evidence) {
            return new JsonPrimitive(evidence.instructionsSinceStart());
        }
    }

    /** Another value plus a number; a text of hexadecimal digits stays one, of 32 bits. */
    record Sum(Source base, int plus) implements Source {
        @Override
        public JsonElement value(Evidence evidence) {
            if (!(base.value(evidence) instanceof JsonPrimitive value)
                    || Comparison.number(value).isEmpty()) {
                return JsonNull.INSTANCE;
            }
            long sum = Comparison.number(value).get().longValue() + plus;
            return value.isNumber() ? new JsonPrimitive(sum) : new JsonPrimitive(Long.toHexString(sum & 0xFFFF_FFFFL));
        }
    }

    private static List<JsonObject> matching(EventPattern pattern, Evidence evidence) {
        return evidence.events(pattern.kind()).stream().filter(pattern::matches).toList();
    }
}
