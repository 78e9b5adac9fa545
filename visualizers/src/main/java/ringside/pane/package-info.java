/**
 * The panes of the window, one package each: a {@code <Name>Pane} draws, a {@code <Name>PaneModel} holds its state.
 */
package ringside.pane;
