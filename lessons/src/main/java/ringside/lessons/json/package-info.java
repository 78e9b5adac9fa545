/**
 * Reading JSON that people write by hand: every error says in which file and at which place it is, and what would be right.
 *
 * <p>{@link ringside.lessons.json.JsonPlace} is an object with its place.
 */
package ringside.lessons.json;
