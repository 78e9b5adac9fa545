/**
 * The disassembly pane: the instructions around the program counter, with function names, targets and breakpoints.
 *
 * <p>{@link ringside.pane.disassembly.CodeView} is what it is given, {@link
 * ringside.pane.disassembly.DisassemblyPaneModel} what it makes of that.
 */
package ringside.pane.disassembly;
