/**
 * The tasks pane: each task with its state, what it waits for or how it ended, and what the kernel keeps of it.
 */
package ringside.pane.tasks;
