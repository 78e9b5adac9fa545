/**
 * Where lessons are found: the bundled ones, by their ids, and anybody's own, by their folders.
 *
 * <p>{@link ringside.lessons.catalog.LessonCatalog} is the way in for the window and the command line.
 */
package ringside.lessons.catalog;
