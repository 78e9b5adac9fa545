package ringside.cpu.x86.paging;

import java.util.List;

/**
 * The walk of one linear address through the tables, as memory says now.
 *
 * @param linear the address
 * @param steps one a level that was reached
 * @param physical the physical address, or -1
 * @param outcome one sentence
 * @param cached what the TLB holds for the address, or null
 */
public record PageWalkView(
        long linear, PagingMode mode, List<Step> steps, long physical, String outcome, TlbView.Entry cached) {

    /** Copies the list. */
    public PageWalkView {
        steps = List.copyOf(steps);
    }

    /**
     * One level.
     *
     * @param tableName what the table is called
     * @param highBit the highest bit of the linear address that indexes it
     * @param lowBit the lowest
     * @param index the index
     * @param entryAddress the physical address of the entry
     * @param entry its bits
     */
    public record Step(
            int level,
            String tableName,
            int highBit,
            int lowBit,
            int index,
            long entryAddress,
            long entry,
            PageFlags flags) {}
}
