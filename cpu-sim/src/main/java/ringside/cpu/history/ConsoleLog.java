package ringside.cpu.history;

import java.util.Arrays;

/** The bytes that one port sent to the outside, each with the index of its event. */
final class ConsoleLog {
    private byte[] bytes = new byte[256];
    private long[] events = new long[256];
    private int size;

    void add(int value, long event) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
            events = Arrays.copyOf(events, size * 2);
        }
        bytes[size] = (byte) value;
        events[size++] = event;
    }

    /** The bytes of the events with smaller indices than the given one. */
    byte[] before(long event) {
        return Arrays.copyOf(bytes, countBefore(event));
    }

    int countBefore(long event) {
        int found = Arrays.binarySearch(events, 0, size, event);
        return found < 0 ? -found - 1 : found;
    }

    void truncate(long event) {
        size = countBefore(event);
    }
}
