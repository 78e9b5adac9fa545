package ringside.cpu.image.dwarf;

/** A way to a type that is read when somebody goes it. */
public final class TypeReference {
    private final TypeReader reader;
    private final Die die;

    TypeReference(TypeReader reader, Die die) {
        this.reader = reader;
        this.die = die;
    }

    /** The type itself; {@code ()} for pointers that lead to no type, such as C's {@code void *}. */
    public Type get() {
        return die == null ? TypeReader.NOTHING : reader.read(die);
    }
}
