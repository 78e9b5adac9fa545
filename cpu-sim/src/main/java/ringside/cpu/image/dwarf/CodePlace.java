package ringside.cpu.image.dwarf;

/**
 * A function that an address belongs to, and how far it has come there. Where the compiler copied one function into another,
 * one address belongs to both.
 *
 * @param function the name of the function
 * @param isInlined whether this copy stands within the code of another function
 * @param file the file of the line, with an empty path if not known
 * @param line the line it has come to, or 0 if not known; in a function that another was copied into, the line of the call
 * @param column the column, or 0 if not known
 */
public record CodePlace(String function, boolean isInlined, SourceFile file, int line, int column) {
    @Override
    public String toString() {
        return function + (line == 0 ? "" : " at " + file.name() + ":" + line);
    }
}
