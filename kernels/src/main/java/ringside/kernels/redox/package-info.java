/**
 * Observes kernels in the manner of Redox.
 *
 * <p>{@link ringside.kernels.redox.RedoxObserver} puts it together. {@code RedoxProbes} and {@code RedoxMessages} turn probes
 * into events; {@code RedoxTables} reads the kernel's structures through the image's debugging information, each table in a
 * class of its own ({@code RedoxTasks}, {@code RedoxSchemes}, {@code RedoxFiles}, {@code RedoxSpaces}, {@code RedoxFrames}).
 * The numbers of the binary interface in words are in {@code RedoxCall}, {@code RedoxErrors}, {@code RedoxFlags},
 * {@code RedoxOpcode} and {@code RedoxAnswer}; a test compares them with the guest's own source.
 */
package ringside.kernels.redox;
