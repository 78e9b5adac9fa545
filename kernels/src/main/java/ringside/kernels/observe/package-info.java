/**
 * What it takes to observe a kernel: its events out of probes, its views out of memory.
 *
 * <p>No kernel knows that it is watched. An observer gets the probes that execution passed and looks at memory without
 * effects; it keeps nothing about the past, so that it works at any instant, forwards and backwards. Read
 * {@link ringside.kernels.observe.KernelObserver} first; {@code ringside.kernels.tock} is one.
 */
package ringside.kernels.observe;
