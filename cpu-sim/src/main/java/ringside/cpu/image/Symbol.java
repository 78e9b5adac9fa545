package ringside.cpu.image;

/**
 * A name that the linker gave to an address.   @elf Elf32_Sym
 *
 * @param name the name as people read it: Rust's mangling undone, without the hash
 * @param linkName the name as it stands in the image
 * @param address its address; of a function on Arm without the bit that says Thumb
 * @param size its size in bytes, 0 when it was not told
 * @param kind what it names
 * @param binding who may see it
 * @param section the index of the section it lies in
 */
public record Symbol(String name, String linkName, long address, long size, Kind kind, Binding binding, int section) {
    /** What a symbol names. */
    public enum Kind {
        UNTYPED,
        OBJECT,
        FUNCTION
    }

    /** Who may see a symbol, the most visible last. */
    public enum Binding {
        LOCAL,
        WEAK,
        GLOBAL
    }

    public boolean isFunction() {
        return kind == Kind.FUNCTION;
    }
}
