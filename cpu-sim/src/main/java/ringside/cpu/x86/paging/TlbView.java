package ringside.cpu.x86.paging;

import java.util.List;

/** What the TLB holds. */
public record TlbView(List<Entry> entries) {

    /** Copies the list. */
    public TlbView {
        entries = List.copyOf(entries);
    }

    /**
     * One translation.
     *
     * @param linear the address of the page
     * @param pageShift the size of the page as a power of two
     * @param physical where it was mapped when the tables were walked
     * @param stale whether the tables say something else now; false if they cannot be asked, since the entry belongs to
     *     another PCID
     */
    public record Entry(
            long linear,
            int pageShift,
            long physical,
            boolean writable,
            boolean user,
            boolean executable,
            boolean dirty,
            boolean global,
            int pcid,
            boolean stale) {}
}
