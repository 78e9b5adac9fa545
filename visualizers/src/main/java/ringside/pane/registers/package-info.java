/**
 * The registers pane: names, values, what they point at, the flags in words, and what the last command changed.
 *
 * <p>Read {@link ringside.pane.registers.RegistersPaneModel} first.
 */
package ringside.pane.registers;
