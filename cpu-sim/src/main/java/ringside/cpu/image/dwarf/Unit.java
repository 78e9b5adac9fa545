package ringside.cpu.image.dwarf;

import java.util.Arrays;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.Cursor;

/**
 * One unit of {@code .debug_info}: the entries that one compilation made.
 *
 * <p>How it works: the entries are found once, when the first of them is asked for, and kept as four numbers each: where it
 * is, its shape, its parent, and where its children end. Attributes are read from the section when they are asked for.
 */
final class Unit {
    private static final int DEEPEST = 2000;

    private final UnitHeader header;
    private final DebugSections sections;
    private final UnitBases bases;
    private Abbreviations abbreviations;
    private int count;
    private int[] offsets;
    private Abbreviations.Shape[] shapes;
    private int[] parents;
    private int[] ends;

    Unit(UnitHeader header, DebugSections sections) {
        this.header = header;
        this.sections = sections;
        bases = new UnitBases(this);
    }

    UnitHeader header() {
        return header;
    }

    DebugSections sections() {
        return sections;
    }

    UnitBases bases() {
        return bases;
    }

    Bytes entries() {
        return sections.entries();
    }

    /** The entry that holds all others. */
    Die root() {
        load();
        if (count == 0) {
            throw entries().bad(header.firstEntry(), "a unit has no entry");
        }
        return new Die(this, 0);
    }

    /** The first entry by itself, read without looking at all the others. */
    Die rootAlone() {
        if (offsets != null) {
            return root();
        }
        Unit alone = new Unit(header, sections);
        alone.abbreviations = abbreviations();
        alone.allocate(1);
        Cursor at = entries().cursor(header.firstEntry());
        Abbreviations.Shape shape = alone.shape(at);
        if (shape == null) {
            throw at.bad("a unit has no entry");
        }
        alone.add(header.firstEntry(), shape, -1);
        alone.ends[0] = 1;
        return new Die(alone, 0);
    }

    /** The entry at an offset of the section. */
    Die entryAt(long offset) {
        load();
        int index = offset > Integer.MAX_VALUE ? -1 : Arrays.binarySearch(offsets, 0, count, (int) offset);
        if (index < 0) {
            throw entries().bad(offset, "a reference leads there, but no entry begins there");
        }
        return new Die(this, index);
    }

    int count() {
        load();
        return count;
    }

    Die entry(int index) {
        return new Die(this, index);
    }

    int offset(int index) {
        return offsets[index];
    }

    Abbreviations.Shape shape(int index) {
        return shapes[index];
    }

    /** The index of the entry around an entry, or -1. */
    int parent(int index) {
        return parents[index];
    }

    /** The index behind an entry and all that lies within it. */
    int end(int index) {
        return ends[index];
    }

    private Abbreviations abbreviations() {
        if (abbreviations == null) {
            abbreviations = Abbreviations.read(sections.abbreviations(), header, sections.effort());
        }
        return abbreviations;
    }

    private void load() {
        if (offsets != null) {
            return;
        }
        abbreviations();
        sections.effort().spend(header.end() - header.offset(), entries(), header.offset());
        allocate(Math.max(16, (header.end() - header.firstEntry()) / 12));
        try {
            readTree();
        } catch (RuntimeException e) {
            offsets = null;
            throw e;
        }
    }

    private void allocate(int size) {
        offsets = new int[size];
        shapes = new Abbreviations.Shape[size];
        parents = new int[size];
        ends = new int[size];
        count = 0;
    }

    private void readTree() {
        Cursor at = entries().slice(0, header.end()).cursor(header.firstEntry());
        int parent = -1;
        int depth = 0;
        while (!at.atEnd()) {
            int offset = at.position();
            Abbreviations.Shape shape = shape(at);
            if (shape == null) {
                if (parent < 0) {
                    break; // padding behind the tree
                }
                ends[parent] = count;
                parent = parents[parent];
                depth--;
                continue;
            }
            int index = add(offset, shape, parent);
            skipValues(shape, at);
            if (shape.hasChildren()) {
                parent = index;
                if (++depth > DEEPEST) {
                    throw at.bad("entries lie " + depth + " deep within each other");
                }
            } else if (parent < 0) {
                break;
            }
        }
        for (; parent >= 0; parent = parents[parent]) {
            ends[parent] = count;
        }
    }

    private int add(int offset, Abbreviations.Shape shape, int parent) {
        if (count == offsets.length) {
            int size = count * 2;
            offsets = Arrays.copyOf(offsets, size);
            shapes = Arrays.copyOf(shapes, size);
            parents = Arrays.copyOf(parents, size);
            ends = Arrays.copyOf(ends, size);
        }
        offsets[count] = offset;
        shapes[count] = shape;
        parents[count] = parent;
        ends[count] = count + 1;
        return count++;
    }

    /** The shape of the entry at a position, or null for the sign that ends a list of children. */
    private Abbreviations.Shape shape(Cursor at) {
        long code = at.uleb();
        if (code == 0) {
            return null;
        }
        Abbreviations.Shape shape = abbreviations.shape(code);
        if (shape == null) {
            throw at.bad("an entry has the abbreviation " + Long.toUnsignedString(code) + ", which is not defined");
        }
        return shape;
    }

    private void skipValues(Abbreviations.Shape shape, Cursor at) {
        if (shape.fixedSize() >= 0) {
            at.skip(shape.fixedSize());
            return;
        }
        for (int form : shape.forms()) {
            Form.skip(form, at, header);
        }
    }
}
