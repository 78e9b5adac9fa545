/**
 * What it takes to observe a kernel: its events out of probes, its views out of memory.
 *
 * <p>No kernel knows that it is watched. An observer gets the probes that execution passed and looks at memory without
 * effects; it keeps nothing about the past, so that it works at any instant, forwards and backwards. Read
 * {@link ringside.kernels.observe.KernelObserver} first; {@code ringside.kernels.tock} is one. An
 * {@link ringside.kernels.observe.ObserverFactory} makes it of an {@link ringside.kernels.observe.ObservedKernel}, and
 * {@code ringside.kernels.session} lists the factories.
 *
 * <p>Probes are the kernel's: they are told apart by the kernel's addresses, and count in ring 0 only. The programs of user
 * processes share low addresses in different address spaces, so that a probe of theirs would need the address space, the
 * root of its page tables, to be told apart; none is watched.
 */
package ringside.kernels.observe;
