/**
 * Commands and keys: one table from which menus, tooltips, the cheat-sheet and the command palette are made.
 *
 * <p>Read {@link ringside.app.command.CommandName} (all commands with their preset keys), then
 * {@link ringside.app.command.Commands} (what they do in a window).
 */
package ringside.app.command;
