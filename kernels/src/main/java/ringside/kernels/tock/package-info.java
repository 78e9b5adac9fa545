/**
 * Observes kernels in the manner of Tock.
 *
 * <p>{@link ringside.kernels.tock.TockObserver} puts it together; {@link ringside.kernels.tock.TockProbes} turns probes
 * into events, {@code TockTables} reads the kernel's structures through the image's debugging information.
 * {@link ringside.kernels.tock.TockNames} holds the numbers of the binary interface in words.
 */
package ringside.kernels.tock;
