package ringside.cpu.image.dwarf;

import java.util.Optional;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.Cursor;

/** Where a variable is, address by address of the code.   @dwarf 5, 2.6.2 */
final class LocationLists {
    private static final int END_OF_LIST = 0;
    private static final int BASE_ADDRESSX = 1;
    private static final int STARTX_ENDX = 2;
    private static final int STARTX_LENGTH = 3;
    private static final int OFFSET_PAIR = 4;
    private static final int DEFAULT_LOCATION = 5;
    private static final int BASE_ADDRESS = 6;
    private static final int START_END = 7;
    private static final int START_LENGTH = 8;

    private static final int MOST_ENTRIES = 10_000;

    private LocationLists() {}

    /** The expression that holds at an address; none where the variable is nowhere. */
    static Optional<Bytes> at(Unit unit, long offset, long address) {
        return unit.header().version() >= 5 ? at5(unit, offset, address) : at4(unit, offset, address);
    }

    /** @dwarf 5, 7.29 */
    private static Optional<Bytes> at5(Unit unit, long offset, long address) {
        int size = unit.header().addressSize();
        long base = unit.bases().lowPc();
        Optional<Bytes> otherwise = Optional.empty();
        Cursor at = unit.sections().locationLists().cursor(offset);
        for (int entries = 0; ; entries++) {
            limit(entries, at);
            int kind = at.u8();
            long start = 0;
            long end = 0;
            switch (kind) {
                case END_OF_LIST -> {
                    return otherwise;
                }
                case BASE_ADDRESSX -> {
                    base = unit.bases().address(at.uleb());
                    continue;
                }
                case BASE_ADDRESS -> {
                    base = at.unsigned(size);
                    continue;
                }
                case STARTX_ENDX -> {
                    start = unit.bases().address(at.uleb());
                    end = unit.bases().address(at.uleb());
                }
                case STARTX_LENGTH -> {
                    start = unit.bases().address(at.uleb());
                    end = start + at.uleb();
                }
                case OFFSET_PAIR -> {
                    start = base + at.uleb();
                    end = base + at.uleb();
                }
                case START_END -> {
                    start = at.unsigned(size);
                    end = at.unsigned(size);
                }
                case START_LENGTH -> {
                    start = at.unsigned(size);
                    end = start + at.uleb();
                }
                case DEFAULT_LOCATION -> {
                    otherwise = Optional.of(at.take(at.uleb()));
                    continue;
                }
                default -> throw at.bad("a list of locations has an entry of the unknown kind " + kind);
            }
            Bytes expression = at.take(at.uleb());
            if (new AddressRange(start, end).contains(address)) {
                return Optional.of(expression);
            }
        }
    }

    /** @dwarf 4, 2.6.2 */
    private static Optional<Bytes> at4(Unit unit, long offset, long address) {
        int size = unit.header().addressSize();
        long chooseBase = size == 8 ? -1L : 0xFFFF_FFFFL;
        long base = unit.bases().lowPc();
        Cursor at = unit.sections().locations().cursor(offset);
        for (int entries = 0; ; entries++) {
            limit(entries, at);
            long start = at.unsigned(size);
            long end = at.unsigned(size);
            if (start == 0 && end == 0) {
                return Optional.empty();
            }
            if (start == chooseBase) {
                base = end;
                continue;
            }
            Bytes expression = at.take(at.u16());
            if (new AddressRange(base + start, base + end).contains(address)) {
                return Optional.of(expression);
            }
        }
    }

    private static void limit(int entries, Cursor at) {
        if (entries > MOST_ENTRIES) {
            throw at.bad("a list of locations has more than " + MOST_ENTRIES + " entries");
        }
    }
}
