/**
 * The schemes pane: the named servers with their queues and tags, who can reach which by name, and the open files of each
 * task.
 */
package ringside.pane.schemes;
