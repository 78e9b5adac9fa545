package ringside.cpu.image.dwarf;

import java.util.Optional;

/**
 * A variable of the program, as the source has it. Its value at one moment is read with {@link Dwarf}.
 *
 * <p>Two are equal if they are the same variable of the same image.
 */
public final class Variable {
    /** Where a variable lives. */
    public enum Kind {
        GLOBAL,
        PARAMETER,
        LOCAL
    }

    private final Die die;
    private final Kind kind;
    private final String name;
    private final String qualifiedName;
    private final String linkName;
    private final TypeReference type;
    private final int inlineDepth;
    private final Optional<Die> function;

    Variable(Units units, TypeReader types, Die die, Kind kind, int inlineDepth, Optional<Die> function) {
        this.die = die;
        this.kind = kind;
        this.inlineDepth = inlineDepth;
        this.function = function;
        Die origin = DieNames.origin(units, die);
        name = DieNames.inherited(units, die, Attribute.NAME).orElse("");
        qualifiedName = kind == Kind.GLOBAL ? DieNames.qualified(units, die) : name;
        linkName = DieNames.linkName(units, die).orElse("");
        Die typed = die.has(Attribute.TYPE) ? die : origin;
        type = new TypeReference(types, units.referred(typed, Attribute.TYPE).orElse(null));
    }

    Die die() {
        return die;
    }

    /** The entry of the function, not inlined, whose frame holds the variable. */
    Optional<Die> function() {
        return function;
    }

    public Kind kind() {
        return kind;
    }

    /** Its name alone. */
    public String name() {
        return name;
    }

    /** Its name with the path to it for a global one, such as {@code kernel::process::PROCESSES}. */
    public String qualifiedName() {
        return qualifiedName;
    }

    /** Its name in the symbol table, or empty. */
    public String linkName() {
        return linkName;
    }

    public Type type() {
        return type.orOpaque();
    }

    /** For a local one, the number of its function in {@link Dwarf#placesAt}: 0 is the innermost. */
    public int inlineDepth() {
        return inlineDepth;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Variable variable
                && variable.die.offset() == die.offset()
                && variable.linkName.equals(linkName)
                && variable.qualifiedName.equals(qualifiedName);
    }

    @Override
    public int hashCode() {
        return die.offset();
    }

    @Override
    public String toString() {
        return qualifiedName;
    }
}
