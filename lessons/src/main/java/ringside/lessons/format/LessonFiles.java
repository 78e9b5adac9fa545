package ringside.lessons.format;

import java.util.Optional;

/** The files of one lesson, in a folder or bundled with the program. */
public interface LessonFiles {

    /** How the folder is called in messages. */
    String name();

    /** The text of a file of the folder, if there is such a file. */
    Optional<String> text(String file);

    /** Where to find the image that the lesson names: the name itself, or the path of a file beside the lesson. */
    default String image(String named) {
        return named;
    }
}
