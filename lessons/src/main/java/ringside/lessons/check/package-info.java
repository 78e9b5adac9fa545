/**
 * Is a lesson any good? Its files are read, and its solution is played on the real image.
 *
 * <p>{@link ringside.lessons.check.LessonCheck} does both and makes a {@link ringside.lessons.check.CheckResult}.
 */
package ringside.lessons.check;
