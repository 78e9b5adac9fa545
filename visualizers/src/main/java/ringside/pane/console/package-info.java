/**
 * The console pane: what the guest printed up to the instant on show, and a line to type to it.
 */
package ringside.pane.console;
