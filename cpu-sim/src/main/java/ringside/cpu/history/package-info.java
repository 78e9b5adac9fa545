/**
 * The past of a machine: going to any mark, forwards and backwards, and the record of what happened on the way.
 *
 * <p>Going back is never an inverse operation: it restores the nearest {@link ringside.cpu.history.Checkpoint} and runs
 * forward again. As a machine is a deterministic function of its image and its inputs, that arrives at exactly the same
 * state. Events are recorded the first time only.
 *
 * <p>Reading order: {@link ringside.cpu.history.Timeline} is the one thing that a window or the command line steps;
 * {@link ringside.cpu.history.Arrival} is what each move returns; {@link ringside.cpu.history.InputLog} and
 * {@link ringside.cpu.history.EventLog} are what went in and what happened; {@link ringside.cpu.history.Checkpoints}
 * decides which states are kept; {@link ringside.cpu.history.CallSteps} knows calls, returns and exceptions.
 *
 * <p>Everything here belongs to the thread that owns the machine. Long moves ask a
 * {@link ringside.cpu.history.Cancellation} between slices; there are no threads.
 */
package ringside.cpu.history;
