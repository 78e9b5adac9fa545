package ringside.cpu.vector;

import java.util.Locale;

/** What differs between the outcome that a vector expects and the one there was, in words. */
final class Differences {
    private static final int MOST = 12;

    private final StringBuilder text = new StringBuilder();
    private int count;

    /** What differs, or an empty text. */
    String text() {
        return text.toString();
    }

    void add(String place, Object expected, Object actual) {
        count++;
        if (count <= MOST) {
            text.append(text.isEmpty() ? "" : "; ")
                    .append(place)
                    .append(": expected ")
                    .append(expected)
                    .append(", got ")
                    .append(actual);
        } else if (count == MOST + 1) {
            text.append("; and more");
        }
    }

    /** A byte of memory; {@code actual} is -1 where nothing is mapped. */
    void addByte(long address, byte expected, int actual) {
        add(
                String.format(Locale.ROOT, "mem %08x", address),
                String.format(Locale.ROOT, "%02x", expected),
                actual < 0 ? "unmapped" : String.format(Locale.ROOT, "%02x", actual));
    }

    /** Compares exceptions; null is none. */
    void compareExceptions(Integer expected, Integer actual) {
        if (expected == null ? actual != null : !expected.equals(actual)) {
            add("exception", expected == null ? "none" : expected, actual == null ? "none" : actual);
        }
    }
}
