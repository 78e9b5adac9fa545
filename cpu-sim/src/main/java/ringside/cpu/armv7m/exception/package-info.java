/**
 * The exception model of ARMv7-M: what is pending, what is active, who comes first, and why something faulted.
 *
 * <p>Reading order: {@link ringside.cpu.armv7m.exception.ExceptionNumber},
 * {@link ringside.cpu.armv7m.exception.Nvic} (the state of every exception, priorities and masks),
 * {@link ringside.cpu.armv7m.exception.FaultStatus}, {@link ringside.cpu.armv7m.exception.SystemControlBlock} and
 * {@link ringside.cpu.armv7m.exception.NvicRegisters} (how software sees them),
 * {@link ringside.cpu.armv7m.exception.SysTick}, {@link ringside.cpu.armv7m.exception.NvicView} (how panes see them).
 * Stacking, vectors and returns are the processor's own and stand in the package above.
 *
 * <p>The manual is DDI 0403, sections B1.5, B3.2, B3.3 and B3.4.
 */
package ringside.cpu.armv7m.exception;
