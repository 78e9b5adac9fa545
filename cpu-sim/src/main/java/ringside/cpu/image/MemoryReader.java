package ringside.cpu.image;

/** Looks at memory without any effect on the machine. */
@FunctionalInterface
public interface MemoryReader {
    /**
     * The bytes at an address of the program.
     *
     * @param address the first address
     * @param length how many bytes, never more than a caller is ready to hold
     * @return exactly that many bytes
     * @throws UnreadableException if any of them cannot be read
     */
    byte[] read(long address, int length);

    /** A little-endian value of 1, 2, 4 or 8 bytes, without a sign. */
    default long unsigned(long address, int size) {
        return Bytes.ofFile("memory", read(address, size)).cursor(0).unsigned(size);
    }
}
