package ringside.cpu.armv7m;

import ringside.cpu.state.Stateful;

/**
 * Answers a guest's semihosting calls: {@code BKPT 0xAB} with the operation in R0 and its parameter in R1.
 *
 * <p>The processor calls it when it executes the breakpoint, as a debugger would answer, and saves and restores it as a
 * part of its own state. The handler reaches guest memory by the bus, past the MPU.
 */
public interface SemihostingHandler extends Stateful {

    /** Does the operation. */
    Reply call(int operation, int parameter);

    /** Forgets open files and errors, as at power-on. */
    void reset();

    /** What comes of a call. */
    sealed interface Reply {}

    /**
     * The guest goes on after the breakpoint.
     *
     * @param r0 the value for R0
     * @param wroteMemory whether guest memory was written, so that cached pages and decoded code are out of date
     */
    record Value(int r0, boolean wroteMemory) implements Reply {}

    /** The guest ends by itself. */
    record Exit(int code) implements Reply {}
}
