package ringside.cpu.image.dwarf;

import ringside.cpu.image.Cursor;

/**
 * The length that many parts of DWARF begin with, which also tells the size of offsets.   @dwarf 5, 7.4
 *
 * @param size how many bytes follow, known to lie within the section
 * @param offsetSize 4, or 8 in the 64-bit format
 */
record InitialLength(int size, int offsetSize) {
    private static final long WIDE = 0xFFFF_FFFFL;
    private static final long RESERVED = 0xFFFF_FFF0L;

    static InitialLength read(Cursor at) {
        long size = at.u32();
        int offsetSize = 4;
        if (size == WIDE) {
            size = at.u64();
            offsetSize = 8;
        } else if (size >= RESERVED) {
            throw at.bad("a length has a reserved value");
        }
        if (size < 0 || size > at.remaining()) {
            throw at.bad("a part of " + Long.toUnsignedString(size) + " bytes does not fit in what is left");
        }
        return new InitialLength((int) size, offsetSize);
    }
}
