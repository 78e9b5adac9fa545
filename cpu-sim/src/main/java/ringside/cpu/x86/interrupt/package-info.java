/**
 * Interrupts and exceptions: from a vector to the first instruction of its handler, double and triple faults, and what
 * error codes mean in words. @sdm Vol.3A 6
 *
 * <p>Reading order: {@link ringside.cpu.x86.interrupt.InterruptDelivery} (what the step loop calls), then the delivery
 * of each mode.
 */
package ringside.cpu.x86.interrupt;
