/**
 * The program: the launcher, the window, the command line, and the only threads there are.
 *
 * <p>Read {@link ringside.app.Launcher} first.
 */
package ringside.app;
