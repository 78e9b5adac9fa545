package ringside.cpu.x86.paging;

import java.util.List;

/**
 * The page tables that CR3 points at.
 *
 * @param mode which paging mode
 * @param cr3 CR3
 * @param tables every table once, the root first; a table that several entries point at appears once a level
 * @param ranges what is mapped, in the order of linear addresses; neighbours with the same rights are one range
 * @param complete false if there were more pages than {@link PageTablesReader#MOST_PAGES}, and the ranges end early
 */
public record PageTablesView(PagingMode mode, long cr3, List<Table> tables, List<Range> ranges, boolean complete) {

    /** Copies the lists. */
    public PageTablesView {
        tables = List.copyOf(tables);
        ranges = List.copyOf(ranges);
    }

    /**
     * One table.
     *
     * @param level 4 for the root of four levels, 1 for the last
     * @param name what such a table is called
     * @param address its physical address
     * @param linear the first linear address that it maps, where it was first found
     * @param entries those that are not zero
     */
    public record Table(int level, String name, long address, long linear, List<Entry> entries) {
        /** Copies the list. */
        public Table {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One entry.
     *
     * @param index its number in the table
     * @param value all its bits
     * @param linear the first linear address that it maps
     * @param target the physical address of the next table or of the page
     * @param isPage whether it maps a page, and does not point at a table
     * @param pageShift the size of the page as a power of two, or 0
     */
    public record Entry(
            int index, long value, long linear, long target, boolean isPage, int pageShift, PageFlags flags) {}

    /**
     * Linear addresses that are mapped one after the other to physical ones.
     *
     * @param bytes how many
     * @param writable whether all entries of the walk permit writing
     * @param user whether all permit user code
     * @param executable whether none forbids execution
     */
    public record Range(
            long linear,
            long bytes,
            long physical,
            int pageShift,
            boolean writable,
            boolean user,
            boolean executable) {}
}
