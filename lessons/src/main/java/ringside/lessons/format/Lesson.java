package ringside.lessons.format;

import java.util.List;

/**
 * A guided lesson.
 *
 * @param id its name, unique in a catalog: lower-case letters, digits and hyphens
 * @param title its title
 * @param style the style of kernel it is about: redox, theseus, tock or other
 * @param level for whom it is: beginner, intermediate or advanced
 * @param minutes how long it takes
 * @param image the bundled image, or the path of the ELF file, that it runs on
 * @param steps its steps, at least one
 */
public record Lesson(String id, String title, String style, String level, int minutes, String image, List<Step> steps) {
    /** The styles. */
    public static final List<String> STYLES = List.of("redox", "theseus", "tock", "other");

    /** The levels. */
    public static final List<String> LEVELS = List.of("beginner", "intermediate", "advanced");

    /** Copies the list. */
    public Lesson {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a lesson needs steps");
        }
    }
}
