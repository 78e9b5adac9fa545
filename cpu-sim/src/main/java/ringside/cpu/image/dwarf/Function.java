package ringside.cpu.image.dwarf;

import java.util.List;

/**
 * A function as the source has it.
 *
 * @param name its name with its path, as people read it
 * @param linkName its name in the symbol table, or empty
 * @param ranges the addresses of its code
 */
public record Function(String name, String linkName, List<AddressRange> ranges) {
    public Function {
        ranges = List.copyOf(ranges);
    }

    /** The first address of its code. */
    public long entry() {
        return ranges.get(0).start();
    }
}
