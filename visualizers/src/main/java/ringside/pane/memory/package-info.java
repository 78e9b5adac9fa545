/**
 * The memory pane: bytes as they are, sixteen a row, with their text, changes marked.
 *
 * <p>Read {@link ringside.pane.memory.MemoryPaneModel} first.
 */
package ringside.pane.memory;
