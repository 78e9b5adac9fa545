package ringside.cpu.x86.paging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.paging.PageTablesView.Entry;
import ringside.cpu.x86.paging.PageTablesView.Range;
import ringside.cpu.x86.paging.PageTablesView.Table;

/** Reads all page tables, without effects. */
final class PageTablesReader {
    /** So many pages are gathered into ranges at most: tables that point at themselves could map without end. */
    static final int MOST_PAGES = 1 << 20;

    private record Place(int level, long address) {}

    private final PagingMode mode;
    private final SystemRegisters system;
    private final PhysicalEntries memory;
    private final long[] pointers;
    private final List<Table> tables = new ArrayList<>();
    private final Set<Place> seen = new HashSet<>();
    private final List<Range> ranges = new ArrayList<>();
    private int pages;

    PageTablesReader(SystemRegisters system, PhysicalEntries memory, long[] pointers) {
        this.system = system;
        this.memory = memory;
        this.pointers = pointers;
        mode = PagingMode.of(system);
    }

    PageTablesView read() {
        return read(system.cr3);
    }

    /** Reads the tables that CR3 would point at with that value. */
    PageTablesView read(long cr3) {
        if (mode != PagingMode.NONE) {
            long root = mode == PagingMode.BITS_32
                    ? cr3 & 0xFFFF_F000L
                    : mode == PagingMode.PAE ? cr3 & 0xFFFF_FFE0L : PageWalk.frame(cr3);
            table(mode.levels(), root, 0, PageEntry.WRITABLE | PageEntry.USER);
        }
        return new PageTablesView(mode, cr3, tables, ranges, pages < MOST_PAGES);
    }

    private int count(int level) {
        return mode == PagingMode.PAE && level == 3 ? 4 : 4096 / mode.entryBytes();
    }

    private void table(int level, long address, long linear, long rights) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count(level); i++) {
            boolean pointer = mode == PagingMode.PAE && level == 3;
            long value = pointer ? pointers[i] : memory.read(address + (long) i * mode.entryBytes(), mode.entryBytes());
            if (value != 0) {
                entries.add(entry(level, i, value, linear));
            }
        }
        if (seen.add(new Place(level, address))) {
            tables.add(new Table(level, mode.tableName(level), address, linear, entries));
        }
        for (Entry entry : entries) {
            follow(level, entry, rights);
        }
    }

    private Entry entry(int level, int index, long value, long tableLinear) {
        long linear = signed(tableLinear | (long) index << mode.shift(level));
        boolean pointer = mode == PagingMode.PAE && level == 3;
        boolean page = level == 1 || !pointer && PageWalk.isLarge(mode, system, level, value);
        long base = PageWalk.target(mode, level, value, page);
        PageFlags flags = PageFlags.of(value, page && level > 1 ? level : 1);
        return new Entry(index, value, linear, base, page, page ? mode.shift(level) : 0, flags);
    }

    private long signed(long linear) {
        return mode == PagingMode.FOUR_LEVEL ? linear << 16 >> 16 : linear;
    }

    private void follow(int level, Entry entry, long above) {
        if (!entry.flags().present() || pages >= MOST_PAGES) {
            return;
        }
        boolean pointer = mode == PagingMode.PAE && level == 3;
        long rights = pointer
                ? above
                : above & (entry.value() | PageEntry.NO_EXECUTE) | PageWalk.noExecute(mode, system, entry.value());
        if (entry.isPage()) {
            pages++;
            addPage(entry, rights);
        } else {
            table(level - 1, entry.target(), entry.linear(), rights);
        }
    }

    private void addPage(Entry entry, long rights) {
        Range page = new Range(
                entry.linear(),
                1L << entry.pageShift(),
                entry.target(),
                entry.pageShift(),
                (rights & PageEntry.WRITABLE) != 0,
                (rights & PageEntry.USER) != 0,
                (rights & PageEntry.NO_EXECUTE) == 0);
        Range last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
        if (last != null && continues(last, page)) {
            ranges.set(ranges.size() - 1, joined(last, page));
        } else {
            ranges.add(page);
        }
    }

    private static boolean continues(Range last, Range page) {
        return last.linear() + last.bytes() == page.linear()
                && last.physical() + last.bytes() == page.physical()
                && last.pageShift() == page.pageShift()
                && last.writable() == page.writable()
                && last.user() == page.user()
                && last.executable() == page.executable();
    }

    private static Range joined(Range last, Range page) {
        return new Range(
                last.linear(),
                last.bytes() + page.bytes(),
                last.physical(),
                last.pageShift(),
                last.writable(),
                last.user(),
                last.executable());
    }
}
