package ringside.cpu.vector;

import java.util.List;

/** Memory that a vector has run in, for the comparison. */
interface InspectedMemory {

    /** The byte at an address, or -1 if nothing is mapped there. */
    int at(long address);

    /** The addresses of the pages that may have anything but zeros in them. */
    List<Long> touchedPages();

    /** The bytes of one of those pages. */
    byte[] page(long address);
}
