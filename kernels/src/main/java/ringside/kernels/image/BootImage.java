package ringside.kernels.image;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An image that can be booted, with all that is known about it. Immutable. */
public final class BootImage {
    private final String name;
    private final byte[] elf;
    private final String sha256;
    private final Optional<Recipe> recipe;
    private final Map<String, byte[]> symbolFiles;
    private final Map<String, String> sources;

    BootImage(
            String name,
            byte[] elf,
            Optional<Recipe> recipe,
            Map<String, byte[]> symbolFiles,
            Map<String, String> sources) {
        this.name = name;
        this.elf = elf.clone();
        this.sha256 = Sha256.of(elf);
        this.recipe = recipe;
        this.symbolFiles = new LinkedHashMap<>(symbolFiles);
        this.sources = Map.copyOf(sources);
    }

    /** The bundled name, or the file name of the user's own ELF. */
    public String name() {
        return name;
    }

    /** The bytes of the ELF file, a copy. */
    public byte[] elf() {
        return elf.clone();
    }

    /** The SHA-256 of the ELF file, as hex. */
    public String sha256() {
        return sha256;
    }

    /** The recipe of a bundled image. */
    public Optional<Recipe> recipe() {
        return recipe;
    }

    /** {@code redox}, {@code theseus}, {@code tock} or {@code other}. */
    public String style() {
        return recipe.map(Recipe::style).orElse("other");
    }

    /** ELF files with the symbols of programs inside the image, by the program's name. */
    public Map<String, byte[]> symbolFiles() {
        return Collections.unmodifiableMap(symbolFiles);
    }

    /** The text of a source file, by its path in the debugging information. */
    public Optional<String> source(String path) {
        return Optional.ofNullable(sources.get(path));
    }

    @Override
    public String toString() {
        return name;
    }
}
