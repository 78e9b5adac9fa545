package ringside.lessons.catalog;

import ringside.lessons.format.Lesson;

/** A lesson in one line; the JSON of {@code ringside lessons list} is a list of these. */
public record LessonSummary(String id, String title, String style, String level, int minutes, int steps) {

    /** The summary of a lesson. */
    public static LessonSummary of(Lesson lesson) {
        return new LessonSummary(
                lesson.id(),
                lesson.title(),
                lesson.style(),
                lesson.level(),
                lesson.minutes(),
                lesson.steps().size());
    }
}
