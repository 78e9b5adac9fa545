package ringside.cpu.image.dwarf;

import ringside.cpu.image.Bytes;

/**
 * How much reading an image's debug information may take. Sound information is read about once; damaged or malicious
 * information could make the reader go over the same bytes again and again.
 */
final class Effort {
    private static final int TIMES = 32;
    private static final int AT_LEAST = 1 << 20;

    private long left;

    Effort(long totalBytes) {
        left = totalBytes * TIMES + AT_LEAST;
    }

    /** Notes that a number of bytes of a part are going to be read. */
    void spend(long bytes, Bytes part, long at) {
        left -= bytes;
        if (left < 0) {
            throw part.bad(at, "the debug information refers to the same places over and over");
        }
    }
}
