/**
 * Guided lessons: their format, the engine that follows a student through them, and the checks that prove a lesson right.
 * Nothing here draws.
 *
 * <p>In reading order: {@link ringside.lessons.format} (what a lesson is, and reading it from its files),
 * {@link ringside.lessons.predicate} (questions about the machine), {@link ringside.lessons.move} (commands to the
 * machine), {@link ringside.lessons.engine} (the pure reducer that keeps a student's progress),
 * {@link ringside.lessons.play} (a lesson on a session), {@link ringside.lessons.check} (is the lesson any good?),
 * {@link ringside.lessons.catalog} (the bundled lessons, and folders). The format is described for authors in
 * {@code docs/lesson-format.md}.
 */
package ringside.lessons;
