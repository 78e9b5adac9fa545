package ringside.kernels.image;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Map;
import ringside.cpu.BadInputException;

/**
 * How a bundled image came about: its sources, its compiler and its output, each pinned by its SHA-256.
 *
 * @param name the image's name on the command line
 * @param machine {@code cortex-m3}, {@code cortex-m4} or {@code x86-64}
 * @param board the board it is made for
 * @param style {@code redox}, {@code theseus}, {@code tock} or {@code other}
 * @param description one sentence
 * @param build the script that builds it
 * @param toolchain the versions of the tools that gave exactly these bytes
 * @param output the image itself
 * @param sources the archive of its source files, for the source pane
 * @param symbols ELF files with the symbols and debugging information of programs inside the image
 * @param packages what is in the image, each behind what it needs; none for an image of one piece
 * @param inputs every file that the build read
 */
public record Recipe(
        String name,
        String machine,
        String board,
        String style,
        String description,
        String build,
        Map<String, String> toolchain,
        PinnedFile output,
        SourceArchive sources,
        List<PinnedFile> symbols,
        List<Package> packages,
        List<Input> inputs) {

    /** A file of the project and its hash. */
    public record PinnedFile(String file, String sha256) {
        /** The last part of the path. */
        public String fileName() {
            return file.substring(file.lastIndexOf('/') + 1);
        }
    }

    /** The archive of the sources; the names in it are relative to {@code root}. */
    public record SourceArchive(String file, String sha256, String root) {}

    /**
     * A package in the image, in the manner of Redox's Cookbook.
     *
     * @param name its name
     * @param template how it is made: {@code cargo}, {@code copy} or {@code none}
     * @param dependencies the packages that it is made of or needs when it runs
     * @param recipe the path of its own recipe, which pins its sources
     */
    public record Package(String name, String template, List<String> dependencies, String recipe) {}

    /** A file that the build read. */
    public record Input(String path, String sha256) {}

    /**
     * Reads a recipe.
     *
     * @param json its text
     * @param origin where it comes from, for the message
     * @throws BadInputException if it is not a recipe
     */
    public static Recipe parse(String json, String origin) {
        try {
            Recipe recipe = new Gson().fromJson(json, Recipe.class);
            if (recipe == null
                    || recipe.name == null
                    || recipe.machine == null
                    || recipe.board == null
                    || recipe.style == null
                    || recipe.description == null
                    || recipe.output == null) {
                throw new BadInputException(origin + " is not a recipe: it lacks one of the keys name, machine, board,"
                        + " style, description, output");
            }
            return recipe.withEmptyLists();
        } catch (JsonParseException broken) {
            throw new BadInputException(origin + " is not a recipe: " + broken.getMessage(), broken);
        }
    }

    private Recipe withEmptyLists() {
        return new Recipe(
                name,
                machine,
                board,
                style,
                description,
                build,
                toolchain == null ? Map.of() : Map.copyOf(toolchain),
                output,
                sources,
                symbols == null ? List.of() : List.copyOf(symbols),
                packages == null ? List.of() : List.copyOf(packages),
                inputs == null ? List.of() : List.copyOf(inputs));
    }
}
