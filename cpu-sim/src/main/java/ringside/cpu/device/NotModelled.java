package ringside.cpu.device;

import ringside.cpu.bus.Device;
import ringside.cpu.bus.Width;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * A device that the board has and this program does not imitate: it reads as zero and ignores writes.
 *
 * @param name the name on the board
 */
public record NotModelled(String name) implements Device {

    @Override
    public int load(int offset, Width width) {
        return 0;
    }

    @Override
    public int peek(int offset, Width width) {
        return 0;
    }

    @Override
    public void store(int offset, Width width, int value) {}

    @Override
    public void reset() {}

    @Override
    public void save(StateWriter out) {}

    @Override
    public void restore(StateReader in) {}
}
