/**
 * The system-calls pane: which task asked the kernel for what, and what it answered.
 */
package ringside.pane.systemcalls;
