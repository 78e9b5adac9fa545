/**
 * Views: immutable records of architecture state, read out of a machine.
 *
 * <p>A view is all that a pane, a lesson or the command line ever sees of a machine. Every view is a record of immutable
 * parts and may cross threads. Views that only one processor has (its MPU, its interrupt controller) stand in that
 * processor's packages.
 */
package ringside.cpu.view;
