/**
 * The panes of the window, one package each: a {@code <Name>Pane} draws, a {@code <Name>PaneModel} holds its state.
 *
 * <p>Read {@link ringside.pane.Views} (what a pane is given), {@link ringside.pane.Coordinates} (the selection all panes
 * share), {@link ringside.pane.Pane} (what a pane is) and {@link ringside.pane.PaneOutlet} (what a pane may ask for)
 * first. A pane never sees a machine: it is a function of views and coordinates, so that the same picture comes out
 * whether the machine stands still, runs, or is being replayed. Everything here runs on the JavaFX thread.
 */
package ringside.pane;
