package ringside.cpu.pc;

import ringside.cpu.bus.Width;
import ringside.cpu.register.Register;
import ringside.cpu.register.ShownDevice;

/**
 * A device behind I/O ports that are a byte wide each. The bus splits wider accesses into such.
 *
 * <p>Its registers are declared at offsets {@code distance << 8 | 4 * index}, where the distance is from its lowest port
 * to the port by which software reaches the register: several registers may share a port.
 */
public interface PortDevice extends ShownDevice {

    /** Reads a port with all effects: 0 to 255. */
    int in(int offset);

    /** What {@link #in} would return, without its effects. */
    int peek(int offset);

    /** Writes a port: 0 to 255. */
    void out(int offset, int value);

    @Override
    default int load(int offset, Width width) {
        return in(offset);
    }

    @Override
    default int peek(int offset, Width width) {
        return peek(offset);
    }

    @Override
    default void store(int offset, Width width, int value) {
        out(offset, value & 0xFF);
    }

    @Override
    default long addressOf(Register register, long base) {
        return base + (register.offset() >>> 8);
    }
}
