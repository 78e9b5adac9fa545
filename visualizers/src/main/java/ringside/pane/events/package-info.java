/**
 * The event log: what happened, with its instant, its task and its details; a click goes there.
 */
package ringside.pane.events;
