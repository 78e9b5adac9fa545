/**
 * The lesson pane: the text of a step, how far one is, the prediction to commit to, hints, and what the checks say.
 *
 * <p>{@link ringside.pane.lesson.LessonView} is what it is given by whoever runs the lesson.
 */
package ringside.pane.lesson;
