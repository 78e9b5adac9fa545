package ringside.cpu.bus;

import ringside.cpu.state.Stateful;

/**
 * A device with registers on the bus.
 *
 * <p>Offsets are relative to the start of the device. A device throws {@link BusFault} with the offset as its address
 * for an access it refuses; the bus adds the base. All calls come from the thread that runs the machine.
 */
public interface Device extends Stateful {

    /** The name on the board, such as {@code uart0}. */
    String name();

    /** Reads a register with all effects of reading. */
    int load(int offset, Width width);

    /** What {@link #load} would return, without its effects. Never throws for a register that {@code load} reads. */
    int peek(int offset, Width width);

    /** Writes a register. */
    void store(int offset, Width width, int value);

    /** Returns to the state after power-on. */
    void reset();
}
