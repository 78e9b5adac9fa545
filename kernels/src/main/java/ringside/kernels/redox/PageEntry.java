package ringside.kernels.redox;

/** An entry of the last level of page tables. @sdm Vol.3A 4.5 */
final class PageEntry {
    private static final long ADDRESS = 0x000F_FFFF_FFFF_F000L;
    private static final long PRESENT = 1;
    private static final long WRITABLE = 1 << 1;
    private static final long NO_EXECUTE = 1L << 63;

    private PageEntry() {}

    static boolean isPresent(long entry) {
        return (entry & PRESENT) != 0;
    }

    /** The physical address that it leads to. */
    static long frame(long entry) {
        return entry & ADDRESS;
    }

    /** What may be done with the page, as in {@code rw-}. */
    static String allows(long entry) {
        return "r" + ((entry & WRITABLE) != 0 ? "w" : "-") + ((entry & NO_EXECUTE) == 0 ? "x" : "-");
    }
}
