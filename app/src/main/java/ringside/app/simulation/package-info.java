/**
 * The simulation and its thread: commands go in, frames come out.
 *
 * <p>{@link ringside.app.simulation.Simulation} is what the window sees, {@link ringside.app.simulation.Frame} what it
 * is given at most once a display pulse.
 */
package ringside.app.simulation;
