package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions of the program by address, and the scopes within them. */
final class Functions {
    private static final int DEEPEST = 500;

    private record Placed(AddressRange range, Die die) {}

    private final Units units;
    private final List<Placed> placed = new ArrayList<>();
    private final Map<Integer, List<AddressRange>> rangesOfScopes = new HashMap<>();
    private final Map<Integer, Function> functions = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    Functions(Units units) {
        this.units = units;
        units.forEach(this::addAll);
        placed.sort(Comparator.comparing((Placed p) -> p.range.start(), Long::compareUnsigned));
    }

    private void addAll(Unit unit) {
        for (int i = 0; i < unit.count(); i++) {
            if (unit.shape(i).tag() == Tag.SUBPROGRAM) {
                Die die = unit.entry(i);
                RangeLists.of(die).forEach(range -> placed.add(new Placed(range, die)));
            }
        }
    }

    /** All functions that have code, by the address of their entry. */
    List<Function> all() {
        return placed.stream()
                .map(p -> function(p.die))
                .distinct()
                .sorted(Comparator.comparing(Function::entry, Long::compareUnsigned))
                .toList();
    }

    Optional<Function> at(long address) {
        return entryAt(address).map(this::function);
    }

    /** The entry of the function around an address. */
    Optional<Die> entryAt(long address) {
        int low = 0;
        int high = placed.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            AddressRange range = placed.get(middle).range;
            if (range.contains(address)) {
                return Optional.of(placed.get(middle).die);
            }
            if (Long.compareUnsigned(address, range.start()) < 0) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return Optional.empty();
    }

    /** The scopes around an address, the function first: blocks and copies of other functions, each within the one before. */
    List<Die> scopesAt(long address) {
        List<Die> scopes = new ArrayList<>();
        Optional<Die> next = entryAt(address);
        while (next.isPresent() && scopes.size() < DEEPEST) {
            scopes.add(next.get());
            next = next.get().children().stream()
                    .filter(child -> child.is(Tag.INLINED_SUBROUTINE) || child.is(Tag.LEXICAL_BLOCK))
                    .filter(child -> ranges(child).stream().anyMatch(range -> range.contains(address)))
                    .findFirst();
        }
        return scopes;
    }

    /** The functions that an address belongs to, the innermost first. */
    List<CodePlace> placesAt(long address, LineTable lines) {
        List<Die> calls = scopesAt(address).stream()
                .filter(scope -> !scope.is(Tag.LEXICAL_BLOCK))
                .toList();
        List<CodePlace> places = new ArrayList<>();
        Optional<SourceLine> line = lines.at(address);
        SourceFile file = line.map(SourceLine::file).orElse(new SourceFile(""));
        int number = line.map(SourceLine::line).orElse(0);
        int column = line.map(SourceLine::column).orElse(0);
        for (int i = calls.size() - 1; i >= 0; i--) {
            Die call = calls.get(i);
            places.add(new CodePlace(name(call), i > 0, file, number, column));
            file = callFile(call);
            number = (int) call.constant(Attribute.CALL_LINE).orElse(0);
            column = (int) call.constant(Attribute.CALL_COLUMN).orElse(0);
        }
        return places;
    }

    private String name(Die die) {
        String known = names.get(die.offset());
        if (known == null) {
            known = DieNames.function(units, die);
            names.put(die.offset(), known);
        }
        return known;
    }

    private SourceFile callFile(Die call) {
        long number = call.constant(Attribute.CALL_FILE).orElse(0);
        return units.lineProgram(call.unit())
                .filter(program ->
                        number >= 0 && number < program.header().files().size())
                .map(program -> new SourceFile(program.header().files().get((int) number)))
                .orElse(new SourceFile(""));
    }

    private List<AddressRange> ranges(Die scope) {
        List<AddressRange> ranges = rangesOfScopes.get(scope.offset());
        if (ranges == null) {
            ranges = RangeLists.of(scope);
            rangesOfScopes.put(scope.offset(), ranges);
        }
        return ranges;
    }

    private Function function(Die die) {
        return functions.computeIfAbsent(
                die.offset(),
                offset -> new Function(name(die), DieNames.linkName(units, die).orElse(""), RangeLists.of(die)));
    }
}
