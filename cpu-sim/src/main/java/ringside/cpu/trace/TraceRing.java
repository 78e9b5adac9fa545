package ringside.cpu.trace;

import java.util.function.Consumer;

/**
 * The events of a machine as numbers, waiting to be read.
 *
 * <p>How it works: a record is {@value #RECORD} longs: mark, kind, and seven arguments. Writing allocates nothing. When
 * the ring is full the drain is called, in the middle of a run, to take the records away; without a drain the ring
 * forgets its oldest half, and counts what it lost.
 *
 * <p>Which kinds are recorded is a mask; the step loop asks {@link #wants} before it collects arguments. The mask is
 * not part of the machine's state: recording changes nothing in the guest.
 */
public final class TraceRing {
    /** Longs in a record. */
    public static final int RECORD = 9;

    private final long[] longs;
    private final int capacity;
    private int size;
    private int mask;
    private int watched;
    private CpuEventKind seen;
    private long lost;
    private Consumer<TraceRing> drain;

    /** Makes an empty ring for so many records, recording nothing yet. */
    public TraceRing(int capacity) {
        this.capacity = capacity;
        longs = new long[capacity * RECORD];
    }

    /** Chooses which kinds are recorded, as the sum of their {@link CpuEventKind#bit bits}. */
    public void record(int kindMask) {
        mask = kindMask;
    }

    /** The kinds that are recorded. */
    public int mask() {
        return mask;
    }

    /** Whether someone wants events of this kind: to record them, or to stop at them. */
    public boolean wants(CpuEventKind kind) {
        return ((mask | watched) & kind.bit()) != 0;
    }

    /** Chooses which kinds {@link #seen} tells of, recorded or not, and forgets what was seen. For the step loop. */
    public void watch(int kindMask) {
        watched = kindMask;
        seen = null;
    }

    /** The kind of the first watched event since {@link #watch}, or null. */
    public CpuEventKind seen() {
        return seen;
    }

    /** Sets who takes the records away when the ring is full, or null. It must call {@link #clear}. */
    public void drainTo(Consumer<TraceRing> consumer) {
        drain = consumer;
    }

    /** Adds a record. The caller has asked {@link #wants}. */
    public void add(long mark, CpuEventKind kind, long a, long b, long c, long d, long e, long f, long g) {
        if (seen == null && (watched & kind.bit()) != 0) {
            seen = kind;
        }
        if ((mask & kind.bit()) == 0) {
            return;
        }
        if (size == capacity) {
            makeRoom();
        }
        int at = size * RECORD;
        longs[at] = mark;
        longs[at + 1] = kind.ordinal();
        longs[at + 2] = a;
        longs[at + 3] = b;
        longs[at + 4] = c;
        longs[at + 5] = d;
        longs[at + 6] = e;
        longs[at + 7] = f;
        longs[at + 8] = g;
        size++;
    }

    /** Adds a record with up to six arguments. */
    public void add(long mark, CpuEventKind kind, long a, long b, long c, long d, long e, long f) {
        add(mark, kind, a, b, c, d, e, f, 0);
    }

    /** Adds a record with up to four arguments. */
    public void add(long mark, CpuEventKind kind, long a, long b, long c, long d) {
        add(mark, kind, a, b, c, d, 0, 0, 0);
    }

    private void makeRoom() {
        if (drain != null) {
            drain.accept(this);
        }
        if (size == capacity) {
            int kept = capacity / 2;
            lost += size - kept;
            System.arraycopy(longs, (size - kept) * RECORD, longs, 0, kept * RECORD);
            size = kept;
        }
    }

    /** Records waiting. */
    public int size() {
        return size;
    }

    /** Records that were forgotten because nobody took them. */
    public long lost() {
        return lost;
    }

    /** The mark of a waiting record. */
    public long mark(int index) {
        return longs[index * RECORD];
    }

    /** The kind of a waiting record. */
    public CpuEventKind kind(int index) {
        return KINDS[(int) longs[index * RECORD + 1]];
    }

    /** An argument of a waiting record, 0 to 6. */
    public long argument(int index, int argument) {
        return longs[index * RECORD + 2 + argument];
    }

    /** Forgets all waiting records. */
    public void clear() {
        size = 0;
    }

    private static final CpuEventKind[] KINDS = CpuEventKind.values();
}
