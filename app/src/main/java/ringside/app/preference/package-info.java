/**
 * What the program remembers between runs: theme, zoom, keys, recent files; one JSON file in the user's folder.
 */
package ringside.app.preference;
