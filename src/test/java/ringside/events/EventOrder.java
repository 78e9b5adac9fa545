package ringside.events;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import ringside.cpu.trace.Event;

/** Finds events one after the other in a stream, and says where an order breaks. */
public final class EventOrder {
    private final List<Event> events;
    private final List<String> found = new ArrayList<>();
    private int at;

    /** Begins before the first of the events. */
    public EventOrder(List<Event> events) {
        this.events = events;
    }

    /** The next event of that kind, of that task (null for any), whose detail has these names and values, must come. */
    public Event then(String kind, String task, Object... namesAndValues) {
        for (int i = at; i < events.size(); i++) {
            if (matches(events.get(i), kind, task, namesAndValues)) {
                at = i + 1;
                found.add(text(events.get(i)));
                return events.get(i);
            }
        }
        return fail(
                "no " + kind + " of " + task + " " + List.of(namesAndValues) + " after\n" + String.join("\n", found));
    }

    /** As {@link #then}, with no event in between that the predicate refuses. */
    public Event thenWithout(Predicate<Event> refused, String kind, String task, Object... namesAndValues) {
        int from = at;
        Event event = then(kind, task, namesAndValues);
        for (Event between : events.subList(from, at - 1)) {
            if (refused.test(between)) {
                fail(text(between) + " came before " + text(event));
            }
        }
        return event;
    }

    /** Starts again at the first event at or after a mark. */
    public EventOrder from(long mark) {
        at = 0;
        while (at < events.size() && events.get(at).mark() < mark) {
            at++;
        }
        found.clear();
        return this;
    }

    /** Whether an event is of a kind, of a task (null for any), and its detail has these names and values. */
    public static boolean matches(Event event, String kind, String task, Object... namesAndValues) {
        if (!event.kind().equals(kind) || task != null && !task.equals(event.task())) {
            return false;
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = event.detail().get((String) namesAndValues[i]);
            if (!String.valueOf(value).equals(String.valueOf(namesAndValues[i + 1]))) {
                return false;
            }
        }
        return true;
    }

    private static String text(Event event) {
        return event.mark() + " " + event.kind() + " " + event.task() + " " + event.detail();
    }
}
