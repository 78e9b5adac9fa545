/**
 * The timeline pane: a lane for the kernel and for each task, the processor's mode, the events, and the cursor in time.
 *
 * <p>{@link ringside.pane.timeline.TimelineView} is what it is given, {@link ringside.pane.timeline.TimeScale} maps
 * instants to places. The event log is its twin in words.
 */
package ringside.pane.timeline;
