package ringside.cpu.image.dwarf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The entries that define the types of the program, by name with path. */
final class NamedTypes {
    private final Map<String, Die> byName = new HashMap<>();

    NamedTypes(Units units) {
        units.forEach(unit -> {
            for (int i = 0; i < unit.count(); i++) {
                Die die = unit.entry(i);
                if (isNamed(die.tag()) && die.has(Attribute.NAME) && !die.flag(Attribute.DECLARATION)) {
                    byName.putIfAbsent(DieNames.qualified(units, die), die);
                }
            }
        });
    }

    private static boolean isNamed(int tag) {
        return switch (tag) {
            case Tag.BASE_TYPE, Tag.STRUCTURE_TYPE, Tag.CLASS_TYPE, Tag.UNION_TYPE, Tag.ENUMERATION_TYPE, Tag.TYPEDEF ->
                true;
            default -> false;
        };
    }

    Optional<Die> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
