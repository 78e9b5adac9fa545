package ringside.kernels.image;

import com.google.gson.Gson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import ringside.cpu.BadInputException;

/** The bundled images, and the way from a name or a path to an image. */
public final class ImageCatalog {
    private static final String FOLDER = "/images/";
    private static final long LARGEST_ELF = 256L << 20;

    private ImageCatalog() {}

    /** The names of the bundled images, in the order in which they are shown. */
    public static List<String> names() {
        return List.of(new Gson().fromJson(text("catalog.json"), String[].class));
    }

    /** The recipes of the bundled images. */
    public static List<Recipe> recipes() {
        return names().stream().map(ImageCatalog::recipe).toList();
    }

    /**
     * Opens a bundled image by its name, or an ELF file by its path.
     *
     * @throws BadInputException if there is neither
     */
    public static BootImage open(String nameOrPath) {
        if (names().contains(nameOrPath)) {
            return bundled(nameOrPath);
        }
        return ofFile(nameOrPath);
    }

    /** Makes an image of an ELF file's bytes, as a trace carries them. */
    public static BootImage ofBytes(String name, byte[] elf) {
        return new BootImage(name, elf, Optional.empty(), Map.of(), Map.of());
    }

    /** Makes an image of a ROM's bytes and the programs inside it, as ELF files with symbols by their names. */
    public static BootImage ofRom(String name, byte[] rom, Map<String, byte[]> programs) {
        return new BootImage(name, rom, Optional.empty(), programs, Map.of());
    }

    private static BootImage ofFile(String path) {
        try {
            Path file = Path.of(path);
            if (path.isEmpty() || !Files.exists(file)) {
                throw new BadInputException("there is no bundled image and no file named \"" + path
                        + "\"; the bundled images are " + String.join(", ", names()));
            }
            if (!Files.isRegularFile(file)) {
                throw new BadInputException(path + " is not a file; give the path of an ELF file");
            }
            if (Files.size(file) > LARGEST_ELF) {
                throw new BadInputException(path + " is larger than 256 MiB; no board here has room for it");
            }
            return ofBytes(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BadInputException(path + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Recipe recipe(String name) {
        return Recipe.parse(text(name + ".json"), "the recipe of " + name);
    }

    private static BootImage bundled(String name) {
        Recipe recipe = recipe(name);
        Map<String, byte[]> symbols = new LinkedHashMap<>();
        for (Recipe.PinnedFile file : recipe.symbols()) {
            symbols.put(file.fileName().replaceFirst("\\.elf$", ""), bytes(resource(file.file())));
        }
        Map<String, String> sources = recipe.sources() == null
                ? Map.of()
                : texts(bytes(resource(recipe.sources().file())));
        return new BootImage(name, bytes(resource(recipe.output().file())), Optional.of(recipe), symbols, sources);
    }

    /** The bytes of a file that a recipe names, as it is bundled. */
    static byte[] pinned(String file) {
        return bytes(resource(file));
    }

    private static String resource(String pathInProject) {
        return pathInProject.replaceFirst("^resources/images/", "");
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = ImageCatalog.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new BadInputException("the bundled file " + name + " is missing; install Ringside again");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, String> texts(byte[] archive) {
        Map<String, String> texts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return texts;
    }

    /** The bundled source files of an image, by their path in the project. */
    static Map<String, byte[]> sourceFiles(Recipe recipe) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (recipe.sources() != null) {
            List<Map.Entry<String, String>> entries =
                    new ArrayList<>(texts(pinned(recipe.sources().file())).entrySet());
            entries.sort(Map.Entry.comparingByKey());
            for (Map.Entry<String, String> entry : entries) {
                files.put(
                        recipe.sources().root() + "/" + entry.getKey(),
                        entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
