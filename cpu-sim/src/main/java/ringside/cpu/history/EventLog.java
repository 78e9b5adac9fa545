package ringside.cpu.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;

/**
 * Every event up to the furthest mark that was ever reached, in order, each recorded once.
 *
 * <p>An event has an index, counted from 0. The indices below {@link Timeline#eventCount()} are the cursor's past; the
 * rest is the future, already known because the machine has been there.
 *
 * <p>How it works: events are longs while few, and packed into bytes block by block. When the packed blocks take more
 * than the budget the oldest block is let go; {@link #firstIndex} and {@link #completeFrom} say so. Console bytes are
 * kept apart and never let go.
 */
public final class EventLog {
    private static final int BLOCK = 1024;
    private static final int RECORD = TraceRing.RECORD;
    private static final CpuEventKind[] KINDS = CpuEventKind.values();

    private final List<PackedEvents> blocks = new ArrayList<>();
    private final List<ConsoleLog> consoles = new ArrayList<>();
    private final TraceRing oneRecord = new TraceRing(1);
    private final long budget;
    private final long start;
    private long[] open = new long[BLOCK * RECORD];
    private long openIndex;
    private int openCount;
    private long firstIndex;
    private long packedBytes;
    private long[] recent = new long[0];
    private long recentIndex = -1;

    EventLog(int consoleCount, long budget, long start) {
        this.budget = budget;
        this.start = start;
        oneRecord.record(-1);
        for (int i = 0; i < consoleCount; i++) {
            consoles.add(new ConsoleLog());
        }
    }

    /** How many events have been recorded: the index of the next one. */
    public long size() {
        return openIndex + openCount;
    }

    /** The smallest index that can still be read. */
    public long firstIndex() {
        return firstIndex;
    }

    /** The mark from which on no event is missing. */
    public long completeFrom() {
        return firstIndex == 0 ? start : mark(firstIndex);
    }

    /** The mark of an event: instructions retired when it happened. */
    public long mark(long index) {
        return block(index)[at(index)];
    }

    /** The kind of an event. */
    public CpuEventKind kind(long index) {
        return KINDS[(int) block(index)[at(index) + 1]];
    }

    /** An argument of an event, 0 to 6; {@link CpuEventKind} says what they are. */
    public long argument(long index, int argument) {
        return block(index)[at(index) + 2 + argument];
    }

    /** An event as a record. */
    public CpuEvent event(long index) {
        long[] longs = block(index);
        int at = at(index);
        oneRecord.clear();
        oneRecord.add(
                longs[at],
                KINDS[(int) longs[at + 1]],
                longs[at + 2],
                longs[at + 3],
                longs[at + 4],
                longs[at + 5],
                longs[at + 6],
                longs[at + 7],
                longs[at + 8]);
        return CpuEvent.read(oneRecord, 0);
    }

    /** Reads the events with indices from (inclusive) to (exclusive) whose kind's bit is in the mask, in order. */
    public void read(long from, long to, int kindMask, Consumer<CpuEvent> reader) {
        long end = Math.min(to, size());
        for (long i = next(Math.max(from, firstIndex), kindMask); i >= 0 && i < end; i = next(i + 1, kindMask)) {
            reader.accept(event(i));
        }
    }

    /** The first index, at or after the given one, of an event whose mark is at least the given one; or the size. */
    public long indexAtMark(long mark) {
        long low = firstIndex;
        long high = size();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (mark(middle) < mark) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The smallest index, at least the given one, of an event of a kind in the mask, or -1. */
    public long next(long from, int kindMask) {
        long i = Math.max(from, firstIndex);
        while (i < size()) {
            if (i < openIndex && (packed(i).kinds() & kindMask) == 0) {
                i = (i / BLOCK + 1) * BLOCK;
            } else if ((kindMask & kind(i).bit()) != 0) {
                return i;
            } else {
                i++;
            }
        }
        return -1;
    }

    /** The largest index below the given one of an event of a kind in the mask, or -1. */
    public long previous(long before, int kindMask) {
        long i = Math.min(before, size()) - 1;
        while (i >= firstIndex) {
            if (i < openIndex && (packed(i).kinds() & kindMask) == 0) {
                i = i / BLOCK * BLOCK - 1;
            } else if ((kindMask & kind(i).bit()) != 0) {
                return i;
            } else {
                i--;
            }
        }
        return -1;
    }

    /** The bytes that the port sent in the events with indices below the given one. */
    public byte[] console(int port, long before) {
        return consoles.get(port).before(before);
    }

    /** The bytes that all ports sent in the events with indices from (inclusive) to (exclusive), in order. */
    public byte[] consoles(long from, long to) {
        return ConsoleLog.merge(consoles, from, to);
    }

    /** How many bytes the port sent in the events with indices below the given one. */
    public int consoleLength(int port, long before) {
        return consoles.get(port).countBefore(before);
    }

    /** Bytes of memory that the packed events take. */
    long packedBytes() {
        return packedBytes;
    }

    void append(TraceRing ring, int index) {
        if (openCount == BLOCK) {
            packOpenBlock();
        }
        int at = openCount * RECORD;
        open[at] = ring.mark(index);
        open[at + 1] = ring.kind(index).ordinal();
        for (int argument = 0; argument < RECORD - 2; argument++) {
            open[at + 2 + argument] = ring.argument(index, argument);
        }
        if (ring.kind(index) == CpuEventKind.CONSOLE) {
            addToConsole((int) open[at + 2], (int) open[at + 3]);
        }
        openCount++;
    }

    private void addToConsole(int port, int value) {
        while (port >= consoles.size()) {
            consoles.add(new ConsoleLog());
        }
        consoles.get(port).add(value, size());
    }

    private void packOpenBlock() {
        PackedEvents block = PackedEvents.pack(open, openCount);
        blocks.add(block);
        packedBytes += block.bytes().length;
        openIndex += openCount;
        openCount = 0;
        while (packedBytes > budget && firstBlock() < blocks.size() - 1) {
            int oldest = firstBlock();
            packedBytes -= blocks.get(oldest).bytes().length;
            blocks.set(oldest, null);
            firstIndex = (oldest + 1L) * BLOCK;
        }
    }

    /** Forgets the events from the index on. */
    void truncate(long size) {
        if (size >= size()) {
            return;
        }
        consoles.forEach(console -> console.truncate(size));
        if (size >= openIndex) {
            openCount = (int) (size - openIndex);
            return;
        }
        int block = (int) (size / BLOCK);
        PackedEvents reopened = blocks.get(block);
        open = reopened == null ? new long[BLOCK * RECORD] : reopened.unpack(BLOCK);
        for (int i = blocks.size() - 1; i >= block; i--) {
            PackedEvents gone = blocks.remove(i);
            packedBytes -= gone == null ? 0 : gone.bytes().length;
        }
        openIndex = (long) block * BLOCK;
        openCount = (int) (size - openIndex);
        firstIndex = reopened == null ? size : Math.min(firstIndex, size);
        recentIndex = -1;
    }

    private int firstBlock() {
        return (int) (firstIndex / BLOCK);
    }

    private PackedEvents packed(long index) {
        return blocks.get((int) (index / BLOCK));
    }

    private static int at(long index) {
        return (int) (index % BLOCK) * RECORD;
    }

    private long[] block(long index) {
        if (index < firstIndex || index >= size()) {
            throw new IndexOutOfBoundsException("event " + index + " of " + firstIndex + " to " + size());
        }
        if (index >= openIndex) {
            return open;
        }
        long block = index / BLOCK;
        if (block != recentIndex) {
            recent = packed(index).unpack(BLOCK);
            recentIndex = block;
        }
        return recent;
    }
}
