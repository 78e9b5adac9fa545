/**
 * The emulated computer as a whole: a deterministic function of its image, its board and its inputs.
 *
 * <p>Reading order: {@link ringside.cpu.machine.Machine}, {@link ringside.cpu.machine.Processor},
 * {@link ringside.cpu.machine.RunBudget}, {@link ringside.cpu.machine.StopReason},
 * {@link ringside.cpu.machine.Input}, {@link ringside.cpu.machine.MachineState}.
 *
 * <p>A machine belongs to one thread at a time. Nothing here starts threads or knows the host's time.
 */
package ringside.cpu.machine;
