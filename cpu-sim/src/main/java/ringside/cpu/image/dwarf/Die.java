package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.Cursor;

/**
 * One entry of the debug information ("debugging information entry"): a tag, attributes, children.   @dwarf 5, 2.1
 *
 * @param unit the unit it lies in
 * @param index its number there
 */
record Die(Unit unit, int index) {
    int tag() {
        return unit.shape(index).tag();
    }

    /** Its place in {@code .debug_info}, which names it. */
    int offset() {
        return unit.offset(index);
    }

    boolean is(int tag) {
        return tag() == tag;
    }

    boolean has(int attribute) {
        return unit.shape(index).indexOf(attribute) >= 0;
    }

    Optional<Die> parent() {
        int parent = unit.parent(index);
        return parent < 0 ? Optional.empty() : Optional.of(unit.entry(parent));
    }

    List<Die> children() {
        List<Die> children = new ArrayList<>();
        for (int i = index + 1; i < unit.end(index); i = unit.end(i)) {
            children.add(unit.entry(i));
        }
        return children;
    }

    /** The name that the entry itself has. */
    Optional<String> name() {
        return text(Attribute.NAME);
    }

    /** A value as a number; signed where its form says so. */
    OptionalLong constant(int attribute) {
        Value value = value(attribute);
        if (value == null) {
            return OptionalLong.empty();
        }
        Cursor at = value.at;
        return switch (value.form) {
            case Form.IMPLICIT_CONST -> OptionalLong.of(value.constant);
            case Form.FLAG_PRESENT -> OptionalLong.of(1);
            case Form.DATA1, Form.FLAG -> OptionalLong.of(at.u8());
            case Form.DATA2 -> OptionalLong.of(at.u16());
            case Form.DATA4 -> OptionalLong.of(at.u32());
            case Form.DATA8 -> OptionalLong.of(at.u64());
            case Form.SDATA -> OptionalLong.of(at.sleb());
            case Form.UDATA -> OptionalLong.of(at.uleb());
            case Form.SEC_OFFSET -> OptionalLong.of(at.unsigned(unit.header().offsetSize()));
            case Form.LOCLISTX -> OptionalLong.of(unit.bases().locationList(at.uleb()));
            case Form.RNGLISTX -> OptionalLong.of(unit.bases().rangeList(at.uleb()));
            default -> OptionalLong.empty();
        };
    }

    /** A value as a number whose top bit is its sign, whatever width it was written in. */
    OptionalLong signedConstant(int attribute) {
        Value value = value(attribute);
        if (value == null) {
            return OptionalLong.empty();
        }
        return switch (value.form) {
            case Form.DATA1 -> OptionalLong.of(value.at.signed(1));
            case Form.DATA2 -> OptionalLong.of(value.at.signed(2));
            case Form.DATA4 -> OptionalLong.of(value.at.signed(4));
            default -> constant(attribute);
        };
    }

    boolean flag(int attribute) {
        return constant(attribute).orElse(0) != 0;
    }

    Optional<String> text(int attribute) {
        Value value = value(attribute);
        if (value == null) {
            return Optional.empty();
        }
        Cursor at = value.at;
        int offsetSize = unit.header().offsetSize();
        return switch (value.form) {
            case Form.STRING -> Optional.of(at.text());
            case Form.STRP -> Optional.of(unit.sections().texts().text(at.unsigned(offsetSize)));
            case Form.LINE_STRP -> Optional.of(unit.sections().lineTexts().text(at.unsigned(offsetSize)));
            case Form.STRX, Form.GNU_STR_INDEX -> Optional.of(unit.bases().text(at.uleb()));
            case Form.STRX1 -> Optional.of(unit.bases().text(at.u8()));
            case Form.STRX2 -> Optional.of(unit.bases().text(at.u16()));
            case Form.STRX3 -> Optional.of(unit.bases().text(at.u24()));
            case Form.STRX4 -> Optional.of(unit.bases().text(at.u32()));
            default -> Optional.empty();
        };
    }

    /** An address of the program. */
    OptionalLong address(int attribute) {
        Value value = value(attribute);
        if (value == null) {
            return OptionalLong.empty();
        }
        Cursor at = value.at;
        return switch (value.form) {
            case Form.ADDR -> OptionalLong.of(at.unsigned(unit.header().addressSize()));
            case Form.ADDRX, Form.GNU_ADDR_INDEX -> OptionalLong.of(unit.bases().address(at.uleb()));
            case Form.ADDRX1 -> OptionalLong.of(unit.bases().address(at.u8()));
            case Form.ADDRX2 -> OptionalLong.of(unit.bases().address(at.u16()));
            case Form.ADDRX3 -> OptionalLong.of(unit.bases().address(at.u24()));
            case Form.ADDRX4 -> OptionalLong.of(unit.bases().address(at.u32()));
            default -> OptionalLong.empty();
        };
    }

    /** Bytes written into the entry: an expression, or a constant that is no number. */
    Optional<Bytes> block(int attribute) {
        Value value = value(attribute);
        if (value == null) {
            return Optional.empty();
        }
        Cursor at = value.at;
        return switch (value.form) {
            case Form.EXPRLOC, Form.BLOCK -> Optional.of(at.take(at.uleb()));
            case Form.BLOCK1 -> Optional.of(at.take(at.u8()));
            case Form.BLOCK2 -> Optional.of(at.take(at.u16()));
            case Form.BLOCK4 -> Optional.of(at.take(at.u32()));
            case Form.DATA16 -> Optional.of(at.take(16));
            default -> Optional.empty();
        };
    }

    /** The place in the section of another entry that this one refers to. */
    OptionalLong reference(int attribute) {
        Value value = value(attribute);
        if (value == null) {
            return OptionalLong.empty();
        }
        Cursor at = value.at;
        long start = unit.header().offset();
        return switch (value.form) {
            case Form.REF1 -> OptionalLong.of(start + at.u8());
            case Form.REF2 -> OptionalLong.of(start + at.u16());
            case Form.REF4 -> OptionalLong.of(start + at.u32());
            case Form.REF8 -> OptionalLong.of(start + at.u64());
            case Form.REF_UDATA -> OptionalLong.of(start + at.uleb());
            case Form.REF_ADDR -> OptionalLong.of(at.unsigned(Form.fixedSize(Form.REF_ADDR, unit.header())));
            default -> OptionalLong.empty();
        };
    }

    /** The signature of a type in a unit of its own that this entry refers to. */
    OptionalLong signature(int attribute) {
        Value value = value(attribute);
        return value != null && value.form == Form.REF_SIG8 ? OptionalLong.of(value.at.u64()) : OptionalLong.empty();
    }

    private record Value(int form, long constant, Cursor at) {}

    private Value value(int attribute) {
        Abbreviations.Shape shape = unit.shape(index);
        int which = shape.indexOf(attribute);
        if (which < 0) {
            return null;
        }
        Cursor at = unit.entries().cursor(unit.offset(index));
        at.uleb();
        for (int i = 0; i < which; i++) {
            Form.skip(shape.forms()[i], at, unit.header());
        }
        int form = shape.forms()[which];
        long constant = shape.constants()[which];
        return new Value(form == Form.INDIRECT ? Form.indirect(at) : form, constant, at);
    }
}
