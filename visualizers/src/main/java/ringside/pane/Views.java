package ringside.pane;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The views of one instant, and those of the instant at which the machine rested before.
 *
 * <p>Immutable. A view that nobody could read (the image has no such structure) is simply absent. The earlier views are
 * there so that a pane can mark what the last command changed; while the machine runs there are none.
 */
public final class Views {
    /** No views at all: no machine is loaded. */
    public static final Views NONE = new Views(Map.of(), Map.of(), Map.of());

    private record Key(Class<?> type, String slot) {}

    private final Map<Key, Object> now;
    private final Map<Key, Object> before;
    private final Map<Class<?>, String> reasons;

    private Views(Map<Key, Object> now, Map<Key, Object> before, Map<Class<?>, String> reasons) {
        this.now = now;
        this.before = before;
        this.reasons = reasons;
    }

    /** These views with one more. */
    public Views with(Object view) {
        return with("", view);
    }

    /** These views with one more, in a named slot. */
    public Views with(String slot, Object view) {
        Map<Key, Object> more = new HashMap<>(now);
        more.put(new Key(view.getClass(), slot), view);
        return new Views(Map.copyOf(more), before, reasons);
    }

    /** These views, with the reason why a view of that type cannot be read. */
    public Views without(Class<?> type, String reason) {
        Map<Class<?>, String> more = new HashMap<>(reasons);
        more.put(type, reason);
        return new Views(now, before, Map.copyOf(more));
    }

    /** Whether nothing was read at all, since no machine is there. */
    public boolean isEmpty() {
        return now.isEmpty() && reasons.isEmpty();
    }

    /** Why there is no view of that type, in words for the user, if that is known. */
    public Optional<String> reason(Class<?> type) {
        return Optional.ofNullable(reasons.get(type));
    }

    /** These views, with those of an earlier instant to compare with. */
    public Views after(Views earlier) {
        return new Views(now, earlier.now, reasons);
    }

    /** These views without anything to compare with. */
    public Views withoutBefore() {
        return new Views(now, Map.of(), reasons);
    }

    /** The view of that type. */
    public <T> Optional<T> now(Class<T> type) {
        return now(type, "");
    }

    /** The view of that type in that slot. */
    public <T> Optional<T> now(Class<T> type, String slot) {
        return Optional.ofNullable(type.cast(now.get(new Key(type, slot))));
    }

    /** The view of that type at the instant before. */
    public <T> Optional<T> before(Class<T> type) {
        return before(type, "");
    }

    /** The view of that type in that slot at the instant before. */
    public <T> Optional<T> before(Class<T> type, String slot) {
        return Optional.ofNullable(type.cast(before.get(new Key(type, slot))));
    }
}
