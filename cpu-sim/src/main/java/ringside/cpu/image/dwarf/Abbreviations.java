package ringside.cpu.image.dwarf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.Cursor;

/** The shapes that the entries of a unit have, by their code.   @dwarf 5, 7.5.3 */
final class Abbreviations {
    private static final int MOST_ATTRIBUTES = 256;

    /**
     * The shape of an entry.
     *
     * @param tag what it describes
     * @param hasChildren whether other entries lie within it
     * @param attributes what its attributes tell
     * @param forms how they are written
     * @param constants the values of those that are written here instead of in the entry
     * @param fixedSize the size of all values together, or -1 if it depends on them
     */
    record Shape(int tag, boolean hasChildren, int[] attributes, int[] forms, long[] constants, int fixedSize) {
        int indexOf(int attribute) {
            for (int i = 0; i < attributes.length; i++) {
                if (attributes[i] == attribute) {
                    return i;
                }
            }
            return -1;
        }
    }

    private final int[] attributes = new int[MOST_ATTRIBUTES];
    private final int[] forms = new int[MOST_ATTRIBUTES];
    private final long[] constants = new long[MOST_ATTRIBUTES];
    private final Map<Long, Shape> shapes = new HashMap<>();
    private final Shape[] low = new Shape[128];

    private Abbreviations() {}

    static Abbreviations read(Bytes section, UnitHeader unit, Effort effort) {
        Abbreviations result = new Abbreviations();
        Cursor at = section.cursor(unit.abbreviations());
        for (long code = at.uleb(); code != 0; code = at.uleb()) {
            int start = at.position();
            result.put(code, result.readShape(at, unit));
            effort.spend(at.position() - start, section, start);
        }
        return result;
    }

    private Shape readShape(Cursor at, UnitHeader unit) {
        int tag = at.ulebInt();
        boolean hasChildren = at.u8() != 0;
        int count = 0;
        int size = 0;
        while (true) {
            int attribute = at.ulebInt();
            int form = at.ulebInt();
            if (attribute == 0 && form == 0) {
                break;
            }
            if (count == MOST_ATTRIBUTES) {
                throw at.bad("an entry has more than " + MOST_ATTRIBUTES + " attributes");
            }
            attributes[count] = attribute;
            forms[count] = form;
            constants[count] = form == Form.IMPLICIT_CONST ? at.sleb() : 0;
            count++;
            int one = Form.fixedSize(form, unit);
            size = one < 0 || size < 0 ? -1 : size + one;
        }
        return new Shape(
                tag,
                hasChildren,
                Arrays.copyOf(attributes, count),
                Arrays.copyOf(forms, count),
                Arrays.copyOf(constants, count),
                size);
    }

    private void put(long code, Shape shape) {
        if (code > 0 && code < low.length) {
            low[(int) code] = shape;
        } else {
            shapes.put(code, shape);
        }
    }

    /** The shape of a code, or null if there is none. */
    Shape shape(long code) {
        return code >= 0 && code < low.length ? low[(int) code] : shapes.get(code);
    }
}
