package ringside.cpu.x86.paging;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * The translation lookaside buffer: translations that the processor remembers, whatever has become of the tables since.
 *
 * <p>How it works: pages of 4 KiB have 64 sets of four entries, large pages 32 entries of their own. Within a set, what
 * came first goes first; no use is counted, so that what is in the buffer depends on nothing but the order of walks.
 *
 * <p>@sdm Vol.3A 4.10.2
 */
final class Tlb {
    private static final int WAYS = 4;
    private static final int SETS = 64;
    private static final int SMALL = WAYS * SETS;
    private static final int LARGE = 32;
    private static final int SMALL_SHIFT = 12;

    private final Entry[] entries = new Entry[SMALL + LARGE];
    /** Which way of a set is next; the last one is for large pages. */
    private final byte[] next = new byte[SETS + 1];

    /**
     * One translation.
     *
     * @param page the linear address of the page
     * @param shift the size of the page as a power of two
     * @param frame its physical address
     * @param rights WRITABLE, USER, NO_EXECUTE of all entries together
     * @param dirty whether the dirty flag is known to be set
     * @param global whether it holds for all PCIDs and survives a change of CR3
     * @param pcid the process-context identifier that it was made under
     */
    record Entry(long page, int shift, long frame, long rights, boolean dirty, boolean global, int pcid) {
        boolean covers(long linear, int forPcid) {
            return (linear ^ page) >>> shift == 0 && (global || pcid == forPcid);
        }

        /** The physical address of a linear one that it covers. */
        long physical(long linear) {
            return frame | linear & (1L << shift) - 1;
        }
    }

    private static int set(long linear) {
        return (int) (linear >>> SMALL_SHIFT) & SETS - 1;
    }

    /** The translation of an address, or null. */
    Entry find(long linear, int pcid) {
        int first = set(linear) * WAYS;
        for (int i = first; i < first + WAYS; i++) {
            if (entries[i] != null && entries[i].covers(linear, pcid)) {
                return entries[i];
            }
        }
        for (int i = SMALL; i < entries.length; i++) {
            if (entries[i] != null && entries[i].covers(linear, pcid)) {
                return entries[i];
            }
        }
        return null;
    }

    /** Keeps a translation; returns the one that had to go, or null. */
    Entry add(Entry entry) {
        boolean small = entry.shift() == SMALL_SHIFT;
        int set = small ? set(entry.page()) : SETS;
        int first = small ? set * WAYS : SMALL;
        int ways = small ? WAYS : LARGE;
        int slot = first;
        while (slot < first + ways && entries[slot] != null) {
            slot++;
        }
        if (slot == first + ways) {
            slot = first + next[set];
            next[set] = (byte) ((next[set] + 1) % ways);
        }
        Entry old = entries[slot];
        entries[slot] = entry;
        return old;
    }

    /** Drops the translations of an address for a PCID, global ones too; true if one was of a large page. */
    boolean drop(long linear, int pcid) {
        boolean large = false;
        for (int i = 0; i < entries.length; i++) {
            if (entries[i] != null && entries[i].covers(linear, pcid)) {
                large |= entries[i].shift() != SMALL_SHIFT;
                entries[i] = null;
            }
        }
        return large;
    }

    /** Drops everything of a PCID but global translations. */
    void dropContext(int pcid) {
        for (int i = 0; i < entries.length; i++) {
            if (entries[i] != null && !entries[i].global() && entries[i].pcid() == pcid) {
                entries[i] = null;
            }
        }
    }

    /** Drops everything but global translations. */
    void dropNonGlobal() {
        for (int i = 0; i < entries.length; i++) {
            if (entries[i] != null && !entries[i].global()) {
                entries[i] = null;
            }
        }
    }

    /** Drops everything. */
    void dropAll() {
        java.util.Arrays.fill(entries, null);
    }

    /** What it holds, small pages first. */
    List<Entry> contents() {
        List<Entry> all = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry != null) {
                all.add(entry);
            }
        }
        return all;
    }

    void save(StateWriter out) {
        for (Entry entry : entries) {
            out.flag(entry != null);
            if (entry != null) {
                out.doubleword(entry.page());
                out.byteValue(entry.shift());
                out.doubleword(entry.frame());
                out.doubleword(entry.rights());
                out.flag(entry.dirty());
                out.flag(entry.global());
                out.word(entry.pcid());
            }
        }
        out.block(next);
    }

    void restore(StateReader in) {
        for (int i = 0; i < entries.length; i++) {
            entries[i] = in.flag()
                    ? new Entry(
                            in.doubleword(),
                            in.byteValue(),
                            in.doubleword(),
                            in.doubleword(),
                            in.flag(),
                            in.flag(),
                            in.word())
                    : null;
        }
        byte[] saved = in.block();
        System.arraycopy(saved, 0, next, 0, next.length);
    }
}
