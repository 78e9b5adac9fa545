package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.UnreadableException;

/** The global variables of the program by name. */
final class Globals {
    private final List<Variable> all = new ArrayList<>();
    private final Map<String, Variable> byName = new HashMap<>();

    Globals(Units units, TypeReader types) {
        units.forEach(unit -> {
            for (int i = 0; i < unit.count(); i++) {
                if (unit.shape(i).tag() == Tag.VARIABLE && isStatic(unit.entry(i)) && isLive(units, unit.entry(i))) {
                    all.add(new Variable(units, types, unit.entry(i), Variable.Kind.GLOBAL, 0, Optional.empty()));
                }
            }
        });
        all.sort(Comparator.comparing(Variable::qualifiedName)
                .thenComparing(variable -> variable.die().offset()));
        for (Variable variable : all) {
            byName.putIfAbsent(variable.qualifiedName(), variable);
        }
        for (Variable variable : all) {
            // What is not mangled has no link name: the symbol table knows it by its last part.
            String symbol = variable.linkName().isEmpty() ? variable.name() : variable.linkName();
            byName.putIfAbsent(symbol, variable);
        }
    }

    List<Variable> all() {
        return List.copyOf(all);
    }

    Optional<Variable> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Whether a variable lies at one address while the program runs. */
    static boolean isStatic(Die die) {
        return die.block(Attribute.LOCATION).filter(Expression::isStatic).isPresent();
    }

    /** Whether the linker kept the variable. */
    private static boolean isLive(Units units, Die die) {
        Bytes expression = die.block(Attribute.LOCATION).orElseThrow();
        MemoryReader none = (address, length) -> {
            throw UnreadableException.memory(address, length);
        };
        Location location = Expression.evaluate(expression, ExpressionContext.global(units, die.unit(), none));
        if (location instanceof Location.InMemory memory) {
            return units.sections().isLiveObject(memory.address());
        }
        return !(location instanceof Location.OptimisedOut);
    }
}
