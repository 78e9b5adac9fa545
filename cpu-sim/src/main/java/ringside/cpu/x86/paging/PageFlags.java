package ringside.cpu.x86.paging;

/**
 * The flags of a paging-structure entry. @sdm Vol.3A Tables 4-14 to 4-20
 *
 * @param pageSize whether the entry maps a large page; false in the last level, where the bit means something else
 */
public record PageFlags(
        boolean present,
        boolean writable,
        boolean user,
        boolean writeThrough,
        boolean cacheDisable,
        boolean accessed,
        boolean dirty,
        boolean pageSize,
        boolean global,
        boolean noExecute) {

    /** The flags of an entry in a table of a level. */
    static PageFlags of(long entry, int level) {
        return new PageFlags(
                (entry & PageEntry.PRESENT) != 0,
                (entry & PageEntry.WRITABLE) != 0,
                (entry & PageEntry.USER) != 0,
                (entry & PageEntry.WRITE_THROUGH) != 0,
                (entry & PageEntry.CACHE_DISABLE) != 0,
                (entry & PageEntry.ACCESSED) != 0,
                (entry & PageEntry.DIRTY) != 0,
                level > 1 && (entry & PageEntry.PAGE_SIZE) != 0,
                (entry & PageEntry.GLOBAL) != 0,
                (entry & PageEntry.NO_EXECUTE) != 0);
    }
}
