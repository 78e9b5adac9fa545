/**
 * The encoding of state: how a part of a machine writes itself down and reads itself back.
 *
 * <p>One encoding serves checkpoints, digests and traces, so that whatever a checkpoint restores is exactly what a
 * digest identifies. Read {@link ringside.cpu.state.StateWriter}, then {@link ringside.cpu.state.StateReader}.
 */
package ringside.cpu.state;
