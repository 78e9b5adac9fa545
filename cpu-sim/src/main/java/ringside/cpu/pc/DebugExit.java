package ringside.cpu.pc;

import java.util.function.IntConsumer;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.Width;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * A port at which the guest ends its own run: writing v ends it with the exit code {@code v << 1 | 1}, as QEMU computes
 * it.   @board QEMU isa-debug-exit
 */
public final class DebugExit implements Device {
    private final String name;
    private final IntConsumer exit;

    /**
     * Makes the port.
     *
     * @param exit ends the run with an exit code
     */
    public DebugExit(String name, IntConsumer exit) {
        this.name = name;
        this.exit = exit;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int load(int offset, Width width) {
        return 0;
    }

    @Override
    public int peek(int offset, Width width) {
        return 0;
    }

    @Override
    public void store(int offset, Width width, int value) {
        exit.accept(value << 1 | 1);
    }

    @Override
    public void reset() {
        // It has no state.
    }

    @Override
    public void save(StateWriter out) {
        // It has no state.
    }

    @Override
    public void restore(StateReader in) {
        // It has no state.
    }
}
