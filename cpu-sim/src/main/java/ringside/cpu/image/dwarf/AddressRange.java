package ringside.cpu.image.dwarf;

/**
 * Addresses of code that belong together.
 *
 * @param start the first address
 * @param end the address behind the last
 */
public record AddressRange(long start, long end) {
    public boolean contains(long address) {
        return Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address, end) < 0;
    }

    public long size() {
        return end - start;
    }
}
