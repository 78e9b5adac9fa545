package ringside.cpu.image;

/**
 * An address as a distance from a symbol.
 *
 * @param symbol the symbol
 * @param offset how many bytes behind its start
 */
public record SymbolPlace(Symbol symbol, long offset) {
    /** The text that disassemblies print, such as {@code kernel::main+0x1c}. */
    @Override
    public String toString() {
        return offset == 0 ? symbol.name() : symbol.name() + "+0x" + Long.toHexString(offset);
    }
}
