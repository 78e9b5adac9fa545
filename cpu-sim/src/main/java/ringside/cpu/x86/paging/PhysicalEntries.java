package ringside.cpu.x86.paging;

/** Reads paging-structure entries from physical memory. */
@FunctionalInterface
interface PhysicalEntries {

    /** The entry of 4 or 8 bytes at an address, zero-extended; ones where nothing answers. */
    long read(long physical, int bytes);
}
