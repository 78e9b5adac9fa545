package ringside.cpu.image.dwarf;

import ringside.cpu.image.Cursor;

/**
 * The beginning of a unit of {@code .debug_info}.   @dwarf 5, 7.5.1
 *
 * @param offset where the unit begins in the section
 * @param version 2 to 5
 * @param type what kind of unit; 1, a compilation unit, before version 5
 * @param offsetSize 4, or 8 in the 64-bit format of DWARF
 * @param addressSize the size of an address in bytes
 * @param abbreviations where its abbreviations begin in {@code .debug_abbrev}
 * @param signature the signature of a type unit, else 0
 * @param typeEntry where the type of a type unit is described in the section, else 0
 * @param firstEntry where its first entry begins in the section
 * @param end where the unit ends in the section
 */
record UnitHeader(
        int offset,
        int version,
        int type,
        int offsetSize,
        int addressSize,
        long abbreviations,
        long signature,
        long typeEntry,
        int firstEntry,
        int end) {
    static final int COMPILE = 1;
    static final int TYPE = 2;
    static final int PARTIAL = 3;
    static final int SKELETON = 4;
    static final int SPLIT_COMPILE = 5;
    static final int SPLIT_TYPE = 6;

    /** Reads the header at a position and leaves the position behind the whole unit. */
    static UnitHeader read(Cursor at) {
        int offset = at.position();
        InitialLength length = InitialLength.read(at);
        int end = at.position() + length.size();
        int version = at.u16();
        if (version < 2 || version > 5) {
            throw at.bytes()
                    .unsupported(
                            "the debug information is of DWARF version " + version,
                            "Versions 2 to 5 are read: build with -C debuginfo=2 and a present compiler.");
        }
        int type = version >= 5 ? at.u8() : COMPILE;
        int addressSize = version >= 5 ? at.u8() : 0;
        long abbreviations = at.unsigned(length.offsetSize());
        if (version < 5) {
            addressSize = at.u8();
        }
        if (addressSize != 4 && addressSize != 8) {
            throw at.bad("a unit has addresses of " + addressSize + " bytes");
        }
        long signature = 0;
        long typeEntry = 0;
        if (type == TYPE || type == SPLIT_TYPE) {
            signature = at.u64();
            typeEntry = offset + at.unsigned(length.offsetSize());
        } else if (type == SKELETON || type == SPLIT_COMPILE) {
            signature = at.u64();
        }
        int firstEntry = at.position();
        if (firstEntry > end) {
            throw at.bad("a unit ends within its header");
        }
        at.moveTo(end);
        return new UnitHeader(
                offset,
                version,
                type,
                length.offsetSize(),
                addressSize,
                abbreviations,
                signature,
                typeEntry,
                firstEntry,
                end);
    }
}
