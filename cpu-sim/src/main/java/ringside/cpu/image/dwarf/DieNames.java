package ringside.cpu.image.dwarf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import ringside.cpu.image.RustNames;

/** What entries are called, also those that leave their name to another entry. */
final class DieNames {
    private static final int LONGEST_CHAIN = 16;
    private static final int DEEPEST_PATH = 64;

    private DieNames() {}

    /** The entry that a concrete one was made from, or the declaration that it completes, over any number of steps. */
    static Die origin(Units units, Die die) {
        Die origin = die;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            Die from = origin;
            Optional<Die> next = units.referred(from, Attribute.ABSTRACT_ORIGIN)
                    .or(() -> units.referred(from, Attribute.SPECIFICATION));
            if (next.isEmpty()) {
                return origin;
            }
            origin = next.get();
        }
        return origin;
    }

    /** A text of an entry or of one of those it was made from. */
    static Optional<String> inherited(Units units, Die die, int attribute) {
        Die from = die;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            Optional<String> text = from.text(attribute);
            if (text.isPresent()) {
                return text;
            }
            Die here = from;
            Optional<Die> next = units.referred(here, Attribute.ABSTRACT_ORIGIN)
                    .or(() -> units.referred(here, Attribute.SPECIFICATION));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            from = next.get();
        }
        return Optional.empty();
    }

    /** The name with those of the namespaces around it, such as {@code kernel::process::PROCESSES}. */
    static String qualified(Units units, Die die) {
        Die origin = origin(units, die);
        Deque<String> parts = new ArrayDeque<>();
        parts.addFirst(origin.name().or(die::name).orElse("?"));
        Optional<Die> around = origin.parent();
        for (int i = 0; around.isPresent() && i < DEEPEST_PATH; i++) {
            Die scope = around.get();
            boolean names = !scope.is(Tag.COMPILE_UNIT) && !scope.is(Tag.LEXICAL_BLOCK);
            if (names) {
                inherited(units, scope, Attribute.NAME).ifPresent(parts::addFirst);
            }
            around = scope.parent();
        }
        String path = String.join("::", parts);
        units.sections().effort().spend(path.length(), die.unit().entries(), die.offset());
        return path;
    }

    /** The name in the symbol table, where the entry has one. */
    static Optional<String> linkName(Units units, Die die) {
        return inherited(units, die, Attribute.LINKAGE_NAME)
                .or(() -> inherited(units, die, Attribute.MIPS_LINKAGE_NAME));
    }

    /** The name of a function as people read it: the mangling undone where there is one. */
    static String function(Units units, Die die) {
        return linkName(units, die)
                .filter(link -> link.startsWith("_R") || link.startsWith("_ZN"))
                .map(RustNames::demangle)
                .filter(name -> !name.startsWith("_"))
                .orElseGet(() -> qualified(units, die));
    }
}
