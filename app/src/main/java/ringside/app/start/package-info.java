/**
 * The start page: one card a kernel style, the lessons, the recent files.
 */
package ringside.app.start;
