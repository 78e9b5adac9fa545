package ringside.cpu.image;

/**
 * A part of an image as a loader sees it: bytes of the file that go to an address.   @elf Elf32_Phdr
 *
 * @param type what kind of segment; {@link #LOAD} ones are memory
 * @param flags a sum of {@link #EXECUTABLE}, {@link #WRITABLE}, {@link #READABLE}
 * @param virtualAddress the address at which the program sees it
 * @param physicalAddress the address at which a loader of a bare machine puts it
 * @param content the bytes that the file has for it
 * @param memorySize how many bytes it has in memory, unsigned and never allocated here; those beyond the content are zero
 * @param alignment the alignment that the linker asked for
 */
public record ElfSegment(
        int type,
        int flags,
        long virtualAddress,
        long physicalAddress,
        Bytes content,
        long memorySize,
        long alignment) {
    public static final int LOAD = 1;
    public static final int EXECUTABLE = 1;
    public static final int WRITABLE = 2;
    public static final int READABLE = 4;

    public boolean isLoadable() {
        return type == LOAD;
    }

    public boolean isExecutable() {
        return (flags & EXECUTABLE) != 0;
    }

    public boolean isWritable() {
        return (flags & WRITABLE) != 0;
    }

    /** Whether the program sees this segment at a virtual address. */
    public boolean contains(long address) {
        return Long.compareUnsigned(address - virtualAddress, memorySize) < 0;
    }
}
