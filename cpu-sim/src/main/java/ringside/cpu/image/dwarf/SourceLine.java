package ringside.cpu.image.dwarf;

/**
 * A place in the source, and the run of instructions that the compiler made of it.
 *
 * @param file the file
 * @param line the line, from 1
 * @param column the column, from 1; 0 when the compiler did not say
 * @param isStatement whether a statement begins here, so that a breakpoint is well placed
 * @param start the first address of the run
 * @param end the address behind the run
 */
public record SourceLine(SourceFile file, int line, int column, boolean isStatement, long start, long end) {
    /** The text that messages show, such as {@code main.rs:17}. */
    @Override
    public String toString() {
        return file.name() + ":" + line;
    }
}
