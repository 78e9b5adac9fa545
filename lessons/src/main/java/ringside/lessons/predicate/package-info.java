/**
 * Questions about the machine that a lesson asks in JSON, and their answers.
 *
 * <p>A {@link ringside.lessons.predicate.Predicate} holds or does not. It compares values, each from a
 * {@link ringside.lessons.predicate.Source}: a part of a view (found by a {@link ringside.lessons.predicate.Path}), how
 * many events matched an {@link ringside.lessons.predicate.EventPattern} or what one of them told, the address of a
 * symbol. All are read by {@link ringside.lessons.predicate.PredicateReader}, and asked of an
 * {@link ringside.lessons.predicate.Evidence}. Nothing here knows a machine.
 */
package ringside.lessons.predicate;
