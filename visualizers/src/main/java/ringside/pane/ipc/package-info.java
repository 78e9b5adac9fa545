/**
 * The IPC pane: messages between tasks as a sequence chart, a lifeline for the kernel and for each task, time downwards.
 *
 * <p>{@link ringside.pane.ipc.Exchange} joins what has happened of a message with what is known to come;
 * {@link ringside.pane.ipc.MessageFilter} chooses among them; {@link ringside.pane.ipc.SequenceChart} gives each moment a row
 * and each task a column, in units of the font size. {@code SequencePainter} draws that on a canvas, {@code MessageDetails}
 * shows one message field by field, and {@link ringside.pane.ipc.MessageWords} says all of it in words for the list that
 * screen readers and the keyboard reach.
 */
package ringside.pane.ipc;
