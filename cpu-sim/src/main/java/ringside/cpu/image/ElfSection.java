package ringside.cpu.image;

/**
 * A part of an image as linkers and debuggers see it.   @elf Elf32_Shdr
 *
 * @param index its place in the table of sections
 * @param name its name, empty for the first one
 * @param type what kind of section
 * @param flags a sum of {@link #WRITABLE}, {@link #ALLOCATED}, {@link #EXECUTABLE}, {@link #COMPRESSED} and others
 * @param address its virtual address, or 0
 * @param size its size in memory in bytes, unsigned
 * @param content its bytes in the file, as they stand there; none for {@link #NO_BITS}
 * @param link another section that belongs to it; what it means depends on the type
 * @param alignment the alignment that the linker asked for
 */
public record ElfSection(
        int index,
        String name,
        int type,
        long flags,
        long address,
        long size,
        Bytes content,
        int link,
        long alignment) {
    public static final int PROGRAM_BITS = 1;
    public static final int SYMBOL_TABLE = 2;
    public static final int NOTE = 7;
    public static final int NO_BITS = 8;
    public static final int DYNAMIC_SYMBOLS = 11;
    public static final long WRITABLE = 0x1;
    public static final long ALLOCATED = 0x2;
    public static final long EXECUTABLE = 0x4;
    public static final long COMPRESSED = 0x800;

    public boolean isAllocated() {
        return (flags & ALLOCATED) != 0;
    }

    public boolean isExecutable() {
        return (flags & EXECUTABLE) != 0;
    }

    public boolean isCompressed() {
        return (flags & COMPRESSED) != 0;
    }

    /** Whether it takes part in the program's memory at a virtual address. */
    public boolean contains(long where) {
        return isAllocated() && Long.compareUnsigned(where - address, size) < 0;
    }
}
