package ringside.pane.mpu;

import java.util.List;

/**
 * A stretch of addresses with what lies in it.
 *
 * @param title what kind of memory it is
 * @param start its first address
 * @param end the address after its last
 * @param areas whose memory is whose
 * @param pieces the parts of MPU regions, those that decide last
 * @param flags marks at single addresses
 * @param scale where the addresses lie on the bar
 */
record BarContent(
        String title, long start, long end, List<Area> areas, List<Piece> pieces, List<Flag> flags, BarScale scale) {

    /** Memory with an owner. */
    record Area(long start, long end, String label, boolean kernel) {}

    /**
     * A subregion, or a whole region without subregions.
     *
     * @param on whether it takes part in deciding
     * @param label a text that begins in this piece; may be empty
     * @param labelEnd the address up to which the text may reach
     */
    record Piece(int region, long start, long end, boolean on, String label, long labelEnd, String hint) {}

    /** A mark at an address: the end of what a task may use, or the address that was asked about. */
    record Flag(long address, String label, Kind kind) {}

    /** Kinds of marks. */
    enum Kind {
        SOLID,
        DASHED,
        ALLOWED,
        REFUSED
    }

    BarContent {
        areas = List.copyOf(areas);
        pieces = List.copyOf(pieces);
        flags = List.copyOf(flags);
    }

    boolean contains(long address) {
        return address >= start && address < end;
    }
}
