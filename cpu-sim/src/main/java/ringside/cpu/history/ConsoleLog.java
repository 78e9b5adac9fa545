package ringside.cpu.history;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

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

    /** The bytes of several ports whose events have indices from (inclusive) to (exclusive), in the order of events. */
    static byte[] merge(List<ConsoleLog> logs, long from, long to) {
        ByteArrayOutputStream merged = new ByteArrayOutputStream();
        int[] at = logs.stream().mapToInt(log -> log.countBefore(from)).toArray();
        while (true) {
            int earliest = -1;
            long event = to;
            for (int i = 0; i < at.length; i++) {
                ConsoleLog log = logs.get(i);
                if (at[i] < log.size && log.events[at[i]] < event) {
                    earliest = i;
                    event = log.events[at[i]];
                }
            }
            if (earliest < 0) {
                return merged.toByteArray();
            }
            merged.write(logs.get(earliest).bytes[at[earliest]++]);
        }
    }

    int countBefore(long event) {
        int found = Arrays.binarySearch(events, 0, size, event);
        return found < 0 ? -found - 1 : found;
    }

    void truncate(long event) {
        size = countBefore(event);
    }
}
