package ringside.lessons.catalog;

import com.google.gson.Gson;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import ringside.cpu.BadInputException;
import ringside.lessons.format.Lesson;
import ringside.lessons.format.LessonFiles;
import ringside.lessons.format.LessonReader;

/** The bundled lessons, and the way from an id or a folder to a lesson. */
public final class LessonCatalog {
    private LessonCatalog() {}

    /** The ids of the bundled lessons, in the order in which they are shown. */
    public static List<String> ids() {
        String text = BundledFiles.resource("catalog.json")
                .orElseThrow(() ->
                        new BadInputException("the list of the bundled lessons is missing; install Ringside again"));
        return List.of(new Gson().fromJson(text, String[].class));
    }

    /** The bundled lessons, a line each. */
    public static List<LessonSummary> summaries() {
        return ids().stream().map(id -> LessonSummary.of(open(id))).toList();
    }

    /**
     * The files of a bundled lesson by its id, or of a lesson in a folder by its path.
     *
     * @throws BadInputException if there is neither
     */
    public static LessonFiles files(String idOrFolder) {
        if (ids().contains(idOrFolder)) {
            return new BundledFiles(idOrFolder);
        }
        try {
            Path folder = Path.of(idOrFolder);
            if (Files.isDirectory(folder)) {
                return new FolderFiles(folder);
            }
        } catch (InvalidPathException noPath) {
            throw new BadInputException("\"" + idOrFolder + "\" cannot be the name of a folder", noPath);
        }
        throw new BadInputException("there is no bundled lesson and no folder \"" + idOrFolder
                + "\"; the bundled lessons are " + String.join(", ", ids()));
    }

    /**
     * Reads a lesson, by its id or its folder.
     *
     * @throws BadInputException if there is none, or it has a mistake
     */
    public static Lesson open(String idOrFolder) {
        return LessonReader.read(files(idOrFolder));
    }
}
