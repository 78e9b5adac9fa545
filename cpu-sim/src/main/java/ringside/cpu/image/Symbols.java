package ringside.cpu.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.cpu.BadInputException;

/**
 * The names of an image's functions and objects, found by address or by name.
 *
 * <p>Lookups by address are binary searches and may be done at every step.
 */
public final class Symbols {
    private static final Comparator<Symbol> BEST_NAME_LAST = Comparator.comparing(
                    (Symbol s) -> s.kind() != Symbol.Kind.UNTYPED)
            .thenComparing(Symbol::binding)
            .thenComparing(s -> s.size() != 0)
            .thenComparing(Symbol::linkName, Comparator.reverseOrder());

    private final List<Symbol> all;
    private final Symbol[] byAddress;
    private final long[] addresses;
    private final long[] ends;
    private final ContentRange[] ranges;
    private final Map<String, List<Symbol>> byName = new HashMap<>();

    private Symbols(Elf elf, List<Symbol> symbols, List<ContentRange> ranges) {
        all = List.copyOf(symbols);
        this.ranges = ranges.toArray(new ContentRange[0]);
        List<Symbol> placed = bestAtEachAddress(elf, symbols);
        byAddress = placed.toArray(new Symbol[0]);
        addresses = new long[byAddress.length];
        ends = new long[byAddress.length];
        for (int i = 0; i < byAddress.length; i++) {
            addresses[i] = byAddress[i].address();
        }
        for (int i = 0; i < byAddress.length; i++) {
            ends[i] = endOf(elf, i);
        }
        for (Symbol symbol : symbols) {
            byName.computeIfAbsent(symbol.name(), name -> new ArrayList<>(1)).add(symbol);
            if (!symbol.linkName().equals(symbol.name())) {
                byName.computeIfAbsent(symbol.linkName(), name -> new ArrayList<>(1))
                        .add(symbol);
            }
        }
        byName.values().forEach(list -> list.sort(BEST_NAME_LAST.reversed()));
    }

    /**
     * Reads the symbols of an image; an image that was stripped has none.
     *
     * @throws BadInputException if the table of symbols is damaged
     */
    public static Symbols of(Elf elf) {
        SymbolTable table = SymbolTable.read(elf);
        return new Symbols(elf, table.symbols(), table.ranges());
    }

    /** All functions, objects and labels, in the order of the image. */
    public List<Symbol> all() {
        return all;
    }

    /**
     * The symbol at or before an address whose bytes the address belongs to: within its size, or, when it has none, before the
     * next symbol of its section.
     */
    public Optional<SymbolPlace> at(long address) {
        int i = floor(address);
        return i < 0 || Long.compareUnsigned(address, ends[i]) >= 0
                ? Optional.empty()
                : Optional.of(new SymbolPlace(byAddress[i], address - addresses[i]));
    }

    /** The symbol of a name, either as people read it or as it stands in the image; of several, the most visible. */
    public Optional<Symbol> named(String name) {
        List<Symbol> found = allNamed(name);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** All symbols of a name, the most visible first; Rust gives one name to each instance of a generic function. */
    public List<Symbol> allNamed(String name) {
        return List.copyOf(byName.getOrDefault(name, List.of()));
    }

    /** Whether an address holds code or data, where the linker said so (on Arm). */
    public Optional<ContentRange> contentAt(long address) {
        int low = 0;
        int high = ranges.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (ranges[middle].contains(address)) {
                return Optional.of(ranges[middle]);
            }
            if (address < ranges[middle].start()) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return Optional.empty();
    }

    private static List<Symbol> bestAtEachAddress(Elf elf, List<Symbol> symbols) {
        List<Symbol> sorted = new ArrayList<>(symbols);
        sorted.removeIf(s -> !isPlaced(elf, s));
        sorted.sort(Comparator.comparing(Symbol::address, Long::compareUnsigned).thenComparing(BEST_NAME_LAST));
        List<Symbol> best = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            if (i + 1 == sorted.size()
                    || sorted.get(i + 1).address() != sorted.get(i).address()) {
                best.add(sorted.get(i));
            }
        }
        return best;
    }

    private static boolean isPlaced(Elf elf, Symbol symbol) {
        return symbol.section() > 0
                && symbol.section() < elf.sections().size()
                && elf.sections().get(symbol.section()).isAllocated();
    }

    /** Where the bytes of a symbol end: sizes may be absent, and nested labels must not hide the rest of a function. */
    private long endOf(Elf elf, int index) {
        Symbol symbol = byAddress[index];
        if (symbol.size() != 0) {
            return symbol.address() + symbol.size();
        }
        ElfSection section = elf.sections().get(symbol.section());
        long end = section.address() + section.size();
        boolean followed = index + 1 < addresses.length && Long.compareUnsigned(addresses[index + 1], end) < 0;
        return followed ? addresses[index + 1] : end;
    }

    private int floor(long address) {
        int low = 0;
        int high = addresses.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(addresses[middle], address) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
