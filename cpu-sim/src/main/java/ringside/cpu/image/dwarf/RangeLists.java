package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import ringside.cpu.image.Cursor;

/** The addresses of code that an entry covers.   @dwarf 5, 2.17 */
final class RangeLists {
    private static final int END_OF_LIST = 0;
    private static final int BASE_ADDRESSX = 1;
    private static final int STARTX_ENDX = 2;
    private static final int STARTX_LENGTH = 3;
    private static final int OFFSET_PAIR = 4;
    private static final int BASE_ADDRESS = 5;
    private static final int START_END = 6;
    private static final int START_LENGTH = 7;

    private RangeLists() {}

    /** The ranges of an entry that are not empty, in its own order; none for code that the linker threw away. */
    static List<AddressRange> of(Die die) {
        OptionalLong list = die.constant(Attribute.RANGES);
        if (list.isPresent()) {
            return die.unit().header().version() >= 5
                    ? list5(die.unit(), list.getAsLong())
                    : list4(die.unit(), list.getAsLong());
        }
        OptionalLong low = die.address(Attribute.LOW_PC);
        if (low.isEmpty()) {
            return List.of();
        }
        OptionalLong high = die.address(Attribute.HIGH_PC);
        OptionalLong size = die.constant(Attribute.HIGH_PC);
        List<AddressRange> ranges = new ArrayList<>();
        long start = low.getAsLong();
        add(ranges, die.unit(), start, high.orElse(start + size.orElse(0)));
        return ranges;
    }

    /** @dwarf 5, 7.25 */
    private static List<AddressRange> list5(Unit unit, long offset) {
        List<AddressRange> ranges = new ArrayList<>();
        int size = unit.header().addressSize();
        long base = unit.bases().lowPc();
        Cursor at = unit.sections().rangeLists().cursor(offset);
        while (true) {
            unit.sections().effort().spend(2, at.bytes(), at.position());
            int kind = at.u8();
            switch (kind) {
                case END_OF_LIST -> {
                    return ranges;
                }
                case BASE_ADDRESSX -> base = unit.bases().address(at.uleb());
                case STARTX_ENDX ->
                    add(
                            ranges,
                            unit,
                            unit.bases().address(at.uleb()),
                            unit.bases().address(at.uleb()));
                case STARTX_LENGTH -> {
                    long start = unit.bases().address(at.uleb());
                    add(ranges, unit, start, start + at.uleb());
                }
                case OFFSET_PAIR -> add(ranges, unit, base + at.uleb(), base + at.uleb());
                case BASE_ADDRESS -> base = at.unsigned(size);
                case START_END -> add(ranges, unit, at.unsigned(size), at.unsigned(size));
                case START_LENGTH -> {
                    long start = at.unsigned(size);
                    add(ranges, unit, start, start + at.uleb());
                }
                default -> throw at.bad("a list of ranges has an entry of the unknown kind " + kind);
            }
        }
    }

    /** @dwarf 4, 2.17.3 */
    private static List<AddressRange> list4(Unit unit, long offset) {
        List<AddressRange> ranges = new ArrayList<>();
        int size = unit.header().addressSize();
        long chooseBase = size == 8 ? -1L : 0xFFFF_FFFFL;
        long base = unit.bases().lowPc();
        Cursor at = unit.sections().ranges().cursor(offset);
        while (true) {
            unit.sections().effort().spend(2, at.bytes(), at.position());
            long start = at.unsigned(size);
            long end = at.unsigned(size);
            if (start == 0 && end == 0) {
                return ranges;
            }
            if (start == chooseBase) {
                base = end;
            } else {
                add(ranges, unit, base + start, base + end);
            }
        }
    }

    private static void add(List<AddressRange> ranges, Unit unit, long start, long end) {
        long from = unit.sections().machine().codeAddress(start);
        if (Long.compareUnsigned(from, end) < 0 && unit.sections().isLive(from)) {
            ranges.add(new AddressRange(from, end));
        }
    }
}
