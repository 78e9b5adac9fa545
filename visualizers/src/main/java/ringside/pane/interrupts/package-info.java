/**
 * The interrupt lines pane: which line is closed, how often it came, and which task listens to it.
 */
package ringside.pane.interrupts;
