/**
 * What happened: the processor's events, and the ring in which the step loop leaves them.
 *
 * <p>The step loop writes numbers into a {@link ringside.cpu.trace.TraceRing}; only a reader turns them into
 * {@link ringside.cpu.trace.CpuEvent} records. What an observer of a kernel makes of them is an
 * {@link ringside.cpu.trace.Event} too.
 */
package ringside.cpu.trace;
