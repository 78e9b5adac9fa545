package ringside.cpu.image.dwarf;

/**
 * A source file that the program was compiled from, as the compiler named it; it need not exist here.
 *
 * @param path its path, whole as far as the compiler told, with slashes
 */
public record SourceFile(String path) implements Comparable<SourceFile> {
    /** The last part of the path. */
    public String name() {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    @Override
    public int compareTo(SourceFile other) {
        return path.compareTo(other.path);
    }
}
