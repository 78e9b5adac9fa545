/**
 * The main window: toolbar, docked panes, timeline, status bar, command palette.
 *
 * <p>Read {@link ringside.app.window.MainWindow} first, then {@link ringside.app.window.PaneDocks} (where panes lie)
 * and {@link ringside.app.window.PaneFeed} (how they get their views).
 */
package ringside.app.window;
