package ringside.cpu.x86.paging;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.x86.SystemRegisters;

/** Reads the walk of an address and the contents of the TLB, without effects. */
final class PagingReader {
    private final SystemRegisters system;
    private final PagingMode mode;
    private final PageWalk walk;
    private final long[] pointers;

    PagingReader(SystemRegisters system, PageWalk walk, long[] pointers) {
        this.system = system;
        this.walk = walk;
        this.pointers = pointers;
        mode = PagingMode.of(system);
    }

    PageWalkView walk(long linear, Tlb.Entry cached) {
        List<PageWalkView.Step> steps = new ArrayList<>();
        if (mode == PagingMode.NONE) {
            long physical = linear & 0xFFFF_FFFFL;
            return new PageWalkView(
                    linear, mode, steps, physical, "Paging is off: the linear address is the physical address.", null);
        }
        if (mode == PagingMode.FOUR_LEVEL && linear << 16 >> 16 != linear) {
            return new PageWalkView(linear, mode, steps, -1, "The address is not canonical.", null);
        }
        walk.walk(mode, system, pointers, linear);
        for (int level = walk.firstLevel; level >= walk.lastLevel; level--) {
            steps.add(step(linear, level));
        }
        boolean found = walk.present && !walk.reserved;
        long physical = found ? walk.frame | linear & (1L << walk.pageShift) - 1 : -1;
        return new PageWalkView(
                linear, mode, steps, physical, outcome(), cached == null ? null : view(cached, 0, true));
    }

    private PageWalkView.Step step(long linear, int level) {
        int low = mode.shift(level);
        int high = level == mode.levels() ? (mode == PagingMode.FOUR_LEVEL ? 47 : 31) : mode.shift(level + 1) - 1;
        return new PageWalkView.Step(
                level,
                mode.tableName(level),
                high,
                low,
                mode.index(linear, level),
                walk.addresses[level],
                walk.entries[level],
                PageFlags.of(walk.entries[level], level));
    }

    private String outcome() {
        String table = mode.tableName(walk.lastLevel);
        if (walk.reserved) {
            return "The entry of the " + table + " has a reserved bit: any access is a page fault with RSVD.";
        }
        if (!walk.present) {
            return "The entry of the " + table + " is not present: any access is a page fault.";
        }
        return "A page of " + size(walk.pageShift) + ", "
                + ((walk.rights & PageEntry.USER) != 0 ? "user" : "supervisor")
                + ((walk.rights & PageEntry.WRITABLE) != 0 ? ", writable" : ", read-only")
                + ((walk.rights & PageEntry.NO_EXECUTE) != 0 ? ", not executable." : ", executable.");
    }

    private static String size(int shift) {
        return shift >= 30 ? (1 << shift - 30) + " GiB" : shift >= 20 ? (1 << shift - 20) + " MiB" : "4 KiB";
    }

    TlbView tlb(Tlb tlb, int pcid) {
        List<TlbView.Entry> entries = new ArrayList<>();
        for (Tlb.Entry entry : tlb.contents()) {
            entries.add(view(entry, pcid, false));
        }
        return new TlbView(entries);
    }

    private TlbView.Entry view(Tlb.Entry entry, int pcid, boolean walked) {
        if (!walked) {
            walk.walk(mode, system, pointers, entry.page());
        }
        boolean comparable = walked || entry.global() || entry.pcid() == pcid;
        return new TlbView.Entry(
                entry.page(),
                entry.shift(),
                entry.frame(),
                (entry.rights() & PageEntry.WRITABLE) != 0,
                (entry.rights() & PageEntry.USER) != 0,
                (entry.rights() & PageEntry.NO_EXECUTE) == 0,
                entry.dirty(),
                entry.global(),
                entry.pcid(),
                comparable && isStale(entry));
    }

    private boolean isStale(Tlb.Entry entry) {
        return !walk.present
                || walk.reserved
                || walk.frame != entry.frame()
                || walk.pageShift != entry.shift()
                || walk.rights != entry.rights();
    }
}
