package ringside.lessons.format;

import java.util.List;
import java.util.Optional;
import ringside.lessons.move.Place;

/**
 * A step of a lesson.
 *
 * @param id its name, unique in the lesson
 * @param title its heading
 * @param text its text, as Markdown
 * @param start where the machine must be when it begins; without, wherever the step before has ended
 * @param highlights what to look at
 * @param prediction a question to answer before going on
 * @param goals what must hold, all at the same instant
 * @param hints what helps, shown one after the other
 */
public record Step(
        String id,
        String title,
        String text,
        Optional<Place> start,
        List<Highlight> highlights,
        Optional<Prediction> prediction,
        List<Goal> goals,
        List<String> hints) {
    /** Copies the lists. */
    public Step {
        highlights = List.copyOf(highlights);
        goals = List.copyOf(goals);
        hints = List.copyOf(hints);
    }
}
