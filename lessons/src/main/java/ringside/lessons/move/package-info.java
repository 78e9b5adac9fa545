/**
 * What a lesson may tell the machine to do: the moves of the toolbar, written as text.
 *
 * <p>A {@link ringside.lessons.move.Move} is read from a text such as {@code run-to system-call:hello} and made on a
 * session. A {@link ringside.lessons.move.Place} is where a move, or a step of a lesson, should begin or end.
 */
package ringside.lessons.move;
