package ringside.cpu.history;

import java.io.ByteArrayOutputStream;
import ringside.cpu.trace.TraceRing;

/**
 * A run of events in few bytes: about a fifth of what they take as longs.
 *
 * <p>An event is its mark as a difference to the one before, its kind, one byte that says which arguments are not zero,
 * and those arguments; numbers are seven bits a byte, lowest first, the sign folded into the lowest bit.
 */
record PackedEvents(byte[] bytes, int count, int kinds, long firstMark) {
    private static final int RECORD = TraceRing.RECORD;

    static PackedEvents pack(long[] longs, int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(count * 16);
        long mark = longs[0];
        int kinds = 0;
        for (int i = 0; i < count; i++) {
            int at = i * RECORD;
            writeNumber(out, longs[at] - mark);
            mark = longs[at];
            kinds |= 1 << longs[at + 1];
            out.write((int) longs[at + 1]);
            out.write(presence(longs, at));
            for (int argument = 2; argument < RECORD; argument++) {
                if (longs[at + argument] != 0) {
                    writeNumber(out, longs[at + argument]);
                }
            }
        }
        return new PackedEvents(out.toByteArray(), count, kinds, longs[0]);
    }

    private static int presence(long[] longs, int at) {
        int bits = 0;
        for (int argument = 2; argument < RECORD; argument++) {
            if (longs[at + argument] != 0) {
                bits |= 1 << argument - 2;
            }
        }
        return bits;
    }

    /** The events as longs, {@value TraceRing#RECORD} each. The array has room for the given number of events. */
    long[] unpack(int capacity) {
        long[] longs = new long[capacity * RECORD];
        int[] position = {0};
        long mark = firstMark;
        for (int i = 0; i < count; i++) {
            int at = i * RECORD;
            mark += readNumber(position);
            longs[at] = mark;
            longs[at + 1] = bytes[position[0]++];
            int present = bytes[position[0]++];
            for (int argument = 2; argument < RECORD; argument++) {
                if ((present >>> argument - 2 & 1) != 0) {
                    longs[at + argument] = readNumber(position);
                }
            }
        }
        return longs;
    }

    private static void writeNumber(ByteArrayOutputStream out, long value) {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private long readNumber(int[] position) {
        long value = 0;
        int shift = 0;
        int b;
        do {
            b = bytes[position[0]++];
            value |= (long) (b & 0x7F) << shift;
            shift += 7;
        } while (b < 0);
        return value >>> 1 ^ -(value & 1);
    }
}
