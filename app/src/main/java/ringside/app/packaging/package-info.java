/**
 * What runs once while the program is packaged, never in the program itself.
 *
 * <p>{@link ringside.app.packaging.ClassPreloader} loads the classes that the class-data archive is to hold, which about
 * halves the time until the window shows.
 */
package ringside.app.packaging;
