/**
 * The upcalls pane: what waits to be delivered to each task, and which functions the tasks have subscribed.
 */
package ringside.pane.upcalls;
