/**
 * What a lesson is, and reading it from its files.
 *
 * <p>A {@link ringside.lessons.format.Lesson} has {@link ringside.lessons.format.Step}s; a step has a text,
 * {@link ringside.lessons.format.Goal}s and perhaps a {@link ringside.lessons.format.Prediction}. The
 * {@link ringside.lessons.format.LessonReader} reads them from {@link ringside.lessons.format.LessonFiles} and finds every
 * mistake that can be found without the machine. The {@link ringside.lessons.format.Solution} stands in a file of its own,
 * so that a lesson can be given to students without it.
 */
package ringside.lessons.format;
