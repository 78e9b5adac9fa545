package ringside.cpu.image.dwarf;

/** A way to a type that is read when somebody goes it. */
public final class TypeReference {
    private final TypeReader reader;
    private final Die die;

    TypeReference(TypeReader reader, Die die) {
        this.reader = reader;
        this.die = die;
    }

    /** The type itself, or one of which nothing is known if its description is damaged. */
    Type orOpaque() {
        return die == null
                ? TypeReader.NOTHING
                : die.unit().sections().damage().orElse(new Type.Opaque("a damaged type", 0), this::get);
    }

    /** The type itself; {@code ()} for pointers that lead to no type, such as C's {@code void *}. */
    public Type get() {
        return die == null ? TypeReader.NOTHING : reader.read(die);
    }
}
