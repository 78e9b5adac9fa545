/**
 * A lesson on a session: it asks the machine, and tells the engine.
 *
 * <p>{@link ringside.lessons.play.LessonRunner} is what the window and the checks use. It belongs to the session's thread.
 */
package ringside.lessons.play;
