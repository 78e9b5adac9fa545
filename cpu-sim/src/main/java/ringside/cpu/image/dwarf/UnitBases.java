package ringside.cpu.image.dwarf;

import ringside.cpu.image.Bytes;

/**
 * Where a unit's parts of the tables begin that its entries refer to by number.   @dwarf 5, 7.26 to 7.29
 *
 * <p>The tables of texts and addresses are needed to read the unit's own first entry, so each base is found when it is first
 * used.
 */
final class UnitBases {
    private static final long UNKNOWN = -1;

    private final Unit unit;
    private long texts = UNKNOWN;
    private long addresses = UNKNOWN;
    private long ranges = UNKNOWN;
    private long locations = UNKNOWN;

    UnitBases(Unit unit) {
        this.unit = unit;
    }

    /** The text of a number in {@code .debug_str_offsets}. */
    String text(long index) {
        if (texts == UNKNOWN) {
            texts = base(Attribute.STR_OFFSETS_BASE);
        }
        Bytes table = unit.sections().textOffsets();
        return unit.sections()
                .texts()
                .text(word(table, texts, index, unit.header().offsetSize()));
    }

    /** The address of a number in {@code .debug_addr}. */
    long address(long index) {
        if (addresses == UNKNOWN) {
            addresses = base(Attribute.ADDR_BASE);
        }
        return word(unit.sections().addresses(), addresses, index, unit.header().addressSize());
    }

    /** The place in {@code .debug_rnglists} of a number. */
    long rangeList(long index) {
        if (ranges == UNKNOWN) {
            ranges = base(Attribute.RNGLISTS_BASE);
        }
        return ranges
                + word(
                        unit.sections().rangeLists(),
                        ranges,
                        index,
                        unit.header().offsetSize());
    }

    /** The place in {@code .debug_loclists} of a number. */
    long locationList(long index) {
        if (locations == UNKNOWN) {
            locations = base(Attribute.LOCLISTS_BASE);
        }
        return locations
                + word(
                        unit.sections().locationLists(),
                        locations,
                        index,
                        unit.header().offsetSize());
    }

    /** Where the addresses of the unit's ranges count from.   @dwarf 5, 3.1.1 */
    long lowPc() {
        return unit.rootAlone().address(Attribute.LOW_PC).orElse(0);
    }

    private long base(int attribute) {
        return unit.rootAlone().constant(attribute).orElse(0);
    }

    private static long word(Bytes table, long base, long index, int size) {
        if (index < 0 || index > table.length() || base < 0 || base > table.length()) {
            throw table.bad(base, "a reference to number " + Long.toUnsignedString(index) + " leads outside");
        }
        return table.cursor(base + index * size).unsigned(size);
    }
}
