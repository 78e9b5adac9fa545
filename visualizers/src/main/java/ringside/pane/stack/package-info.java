/**
 * The stack pane: the calls that have not returned, the innermost first; a double click goes to the code.
 */
package ringside.pane.stack;
