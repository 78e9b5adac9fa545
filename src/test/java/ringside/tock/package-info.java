/**
 * The reference orders of events in a kernel in the manner of Tock, asserted on whole boots.
 *
 * <p>The names O-K1 to O-K3 are those of the kernel's own {@code FAITHFULNESS.md}.
 */
package ringside.tock;
