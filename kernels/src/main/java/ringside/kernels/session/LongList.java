package ringside.kernels.session;

import java.util.Arrays;

/** Growing numbers, such as indices of events, in ascending order. */
final class LongList {
    private long[] all = new long[16];
    private int size;

    void add(long value) {
        if (size == all.length) {
            all = Arrays.copyOf(all, 2 * size);
        }
        all[size++] = value;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    long get(int place) {
        return all[place];
    }

    /** How many are below a value. */
    int countBelow(long value) {
        int found = Arrays.binarySearch(all, 0, size, value);
        return found < 0 ? -found - 1 : found;
    }

    /** The largest below a value, or -1. */
    long lastBelow(long value) {
        int count = countBelow(value);
        return count == 0 ? -1 : all[count - 1];
    }
}
