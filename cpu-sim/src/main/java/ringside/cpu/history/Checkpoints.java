package ringside.cpu.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The states that are kept, and the rule by which they are kept.
 *
 * <p>How it works: there are two kinds. <em>Even</em> checkpoints lie at multiples of a spacing, over the whole history;
 * when all checkpoints together take more memory than the budget, the spacing doubles and every second one goes.
 * <em>Near</em> checkpoints lie close before the cursor, closer the nearer to it, so that steps back cost little; when
 * there are too many, those farthest from the cursor go. The first state is always kept.
 *
 * <p>Memory counts the pages that a checkpoint does not share with the one before it.
 */
final class Checkpoints {
    private static final int MOST_NEAR = 48;

    private static final class Entry {
        final Checkpoint checkpoint;
        boolean even;
        long bytes;

        Entry(Checkpoint checkpoint, boolean even) {
            this.checkpoint = checkpoint;
            this.even = even;
        }
    }

    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private final long budget;
    private final long first;
    private long spacing;
    private long bytes;
    private int near;

    Checkpoints(Checkpoint first, long budget, long spacing) {
        this.budget = budget;
        this.spacing = spacing;
        this.first = first.mark();
        put(new Entry(first, true));
    }

    /** The mark of the first state. */
    long first() {
        return first;
    }

    /** Instructions between two even checkpoints, at present. */
    long spacing() {
        return spacing;
    }

    /** Bytes held at present. */
    long bytes() {
        return bytes;
    }

    int size() {
        return entries.size();
    }

    /** The last checkpoint at or before the mark. */
    Checkpoint floor(long mark) {
        Map.Entry<Long, Entry> entry = entries.floorEntry(mark);
        return (entry == null ? entries.firstEntry() : entry).getValue().checkpoint;
    }

    /** The first mark after the given one at which an even checkpoint belongs. */
    long nextEven(long mark) {
        return (mark / spacing + 1) * spacing;
    }

    /** The marks of even checkpoints, thinned by doubling the distance between them until there are few enough. */
    List<Long> evenMarks(int atMost) {
        List<Long> marks = new ArrayList<>();
        entries.forEach((mark, entry) -> {
            if (entry.even) {
                marks.add(mark);
            }
        });
        for (long distance = spacing * 2; marks.size() > atMost; distance *= 2) {
            long multiple = distance;
            marks.removeIf(mark -> mark != first && mark % multiple != 0);
        }
        return marks;
    }

    /** Whether an even checkpoint belongs at the mark, and none is there. */
    boolean isMissingAt(long mark) {
        return mark % spacing == 0 && !entries.containsKey(mark);
    }

    void addEven(Checkpoint checkpoint) {
        put(new Entry(checkpoint, true));
        while (bytes > budget && thinOut()) {
            spacing *= 2;
            drop(entry -> entry.even && entry.checkpoint.mark() % spacing != 0);
        }
    }

    /** Whether there is still something to let go; near checkpoints go first. */
    private boolean thinOut() {
        if (near > 0) {
            drop(entry -> !entry.even);
        }
        return bytes > budget && entries.size() > 1;
    }

    void addNear(Checkpoint checkpoint, long cursor) {
        if (entries.containsKey(checkpoint.mark())) {
            return;
        }
        put(new Entry(checkpoint, false));
        while (near > MOST_NEAR || bytes > budget && near > 0) {
            remove(farthestNear(cursor));
        }
    }

    private long farthestNear(long cursor) {
        long farthest = -1;
        for (Map.Entry<Long, Entry> entry : entries.entrySet()) {
            long mark = entry.getKey();
            if (!entry.getValue().even && (farthest < 0 || Math.abs(mark - cursor) > Math.abs(farthest - cursor))) {
                farthest = mark;
            }
        }
        return farthest;
    }

    /** Forgets what lies at or after the mark, all but the first state, which can only be replaced. */
    void truncate(long mark) {
        drop(entry -> entry.checkpoint.mark() >= mark);
    }

    /** Puts another state in place of the first. */
    void replaceFirst(Checkpoint checkpoint) {
        removeEntry(first);
        put(new Entry(checkpoint, true));
    }

    private void drop(java.util.function.Predicate<Entry> unwanted) {
        List<Long> gone = new ArrayList<>();
        entries.forEach((mark, entry) -> {
            if (mark != first && unwanted.test(entry)) {
                gone.add(mark);
            }
        });
        gone.forEach(this::remove);
    }

    private void put(Entry entry) {
        Entry old = entries.put(entry.checkpoint.mark(), entry);
        if (old != null) {
            bytes -= old.bytes;
            near -= old.even ? 0 : 1;
        }
        near += entry.even ? 0 : 1;
        weigh(entry.checkpoint.mark());
        weighAfter(entry.checkpoint.mark());
    }

    private void remove(long mark) {
        removeEntry(mark);
        weighAfter(mark);
    }

    private void removeEntry(long mark) {
        Entry gone = entries.remove(mark);
        bytes -= gone.bytes;
        near -= gone.even ? 0 : 1;
    }

    private void weighAfter(long mark) {
        Long next = entries.higherKey(mark);
        if (next != null) {
            weigh(next);
        }
    }

    private void weigh(long mark) {
        Entry entry = entries.get(mark);
        Map.Entry<Long, Entry> before = entries.lowerEntry(mark);
        bytes -= entry.bytes;
        entry.bytes = entry.checkpoint.bytesBeside(before == null ? null : before.getValue().checkpoint);
        bytes += entry.bytes;
    }
}
