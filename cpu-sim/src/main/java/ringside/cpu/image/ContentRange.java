package ringside.cpu.image;

/**
 * Addresses whose bytes are all code or all data, as the linker marked them on Arm.   @aaelf "Mapping symbols"
 *
 * @param start the first address
 * @param end the address behind the last
 * @param content what the bytes are
 */
public record ContentRange(long start, long end, Content content) {
    /** What bytes are. */
    public enum Content {
        THUMB,
        ARM,
        DATA
    }

    public boolean contains(long address) {
        return address >= start && address < end;
    }
}
