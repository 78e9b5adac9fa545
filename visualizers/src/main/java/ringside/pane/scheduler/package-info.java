/**
 * The scheduler pane: the queue in its order, and every task with its state and what it waits for.
 */
package ringside.pane.scheduler;
