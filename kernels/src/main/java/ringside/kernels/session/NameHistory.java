package ringside.kernels.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names of numbered things, each from an event on; the same number may get another name later. */
final class NameHistory<T> {
    private final Map<Long, TreeMap<Long, T>> given = new HashMap<>();

    void put(long number, long index, T name) {
        given.computeIfAbsent(number, any -> new TreeMap<>()).put(index, name);
    }

    void clear() {
        given.clear();
    }

    /** The name at an event, or if there was none yet, the first one that it got. */
    Optional<T> at(long number, long index) {
        TreeMap<Long, T> names = given.get(number);
        if (names == null) {
            return Optional.empty();
        }
        Map.Entry<Long, T> entry = names.floorEntry(index);
        return Optional.of((entry == null ? names.firstEntry() : entry).getValue());
    }

    /** The last name that was given up to an event. */
    Optional<T> before(long number, long index) {
        TreeMap<Long, T> names = given.get(number);
        return Optional.ofNullable(names == null ? null : names.floorEntry(index))
                .map(Map.Entry::getValue);
    }

    /** The index of the event that gave the first name; -1 if there is none. */
    long firstIndex(long number) {
        TreeMap<Long, T> names = given.get(number);
        return names == null ? -1 : names.firstKey();
    }

    /** The numbers that have got a name before an event, in no order. */
    Iterable<Long> numbersBefore(long index) {
        return given.entrySet().stream()
                .filter(entry -> entry.getValue().firstKey() < index)
                .map(Map.Entry::getKey)::iterator;
    }
}
