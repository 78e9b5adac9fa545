package ringside.cpu.x86.paging;

/** The bits of paging-structure entries. @sdm Vol.3A 4.5, Tables 4-5 to 4-20 */
public final class PageEntry {
    public static final long PRESENT = 1;
    public static final long WRITABLE = 1 << 1;
    public static final long USER = 1 << 2;
    public static final long WRITE_THROUGH = 1 << 3;
    public static final long CACHE_DISABLE = 1 << 4;
    public static final long ACCESSED = 1 << 5;
    public static final long DIRTY = 1 << 6;
    /** In an entry above the last level: it maps a large page. */
    public static final long PAGE_SIZE = 1 << 7;

    public static final long GLOBAL = 1 << 8;
    public static final long NO_EXECUTE = 1L << 63;

    private PageEntry() {}
}
