package ringside.kernels.observe;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.image.dwarf.Dwarf;
import ringside.cpu.image.dwarf.TypedValue;

/** Shorthand for reading a kernel's structures by the names that its debugging information gives. */
public final class Structure {
    private static final int MOST = 1 << 16;

    private Structure() {}

    /**
     * A static of the kernel, wrappers such as cells taken off.
     *
     * @throws UnreadableException if the image has none of that name
     */
    public static TypedValue global(Dwarf dwarf, String name, MemoryReader memory) {
        return dwarf.global(name)
                .map(variable -> dwarf.read(variable, memory).unwrapped())
                .orElseThrow(() -> new UnreadableException("the image has no variable " + name));
    }

    /** A part at a path of names; wrappers on the way, such as cells, need no name. */
    public static TypedValue part(TypedValue value, String path) {
        TypedValue at = value;
        for (String step : path.split("\\.")) {
            at = at.hasField(step) ? at.field(step) : at.unwrapped().field(step);
        }
        return at;
    }

    /** A number at a path, wrappers taken off. */
    public static long number(TypedValue value, String path) {
        return part(value, path).unwrapped().asLong();
    }

    /** The elements of an array at a path, wrappers taken off. */
    public static List<TypedValue> elements(TypedValue value, String path) {
        List<TypedValue> elements = new ArrayList<>();
        for (TypedValue element : part(value, path).elements(MOST)) {
            elements.add(element.unwrapped());
        }
        return elements;
    }
}
