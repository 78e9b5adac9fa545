package ringside.cpu.pc;

import java.util.Map;
import java.util.TreeMap;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.Width;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * QEMU's fw_cfg: what firmware may ask about the machine. A selector is written to port 0 (0x510) as a word; then each
 * byte read from port 1 (0x511) is the next of the selected item, and zeros follow its end. DMA is not offered, as the
 * item 1 says.   @board QEMU docs/specs/fw_cfg
 */
public final class FirmwareConfiguration implements Device {
    private static final int SELECTOR = 0;
    private static final int DATA = 1;
    private static final int SELECTOR_BITS = 0x3FFF;

    private final String name;
    private final Map<Integer, byte[]> items;
    private int selector;
    private int position;

    /**
     * Makes the device.
     *
     * @param items the items by their selector; must not be changed any more
     */
    public FirmwareConfiguration(String name, Map<Integer, byte[]> items) {
        this.name = name;
        this.items = new TreeMap<>(items);
    }

    @Override
    public String name() {
        return name;
    }

    private byte[] item() {
        return items.getOrDefault(selector, new byte[0]);
    }

    @Override
    public int load(int offset, Width width) {
        if (offset != DATA) {
            return peek(offset, width);
        }
        int value = 0;
        for (int i = 0; i < width.bytes(); i++) {
            value |= peek(DATA, Width.BYTE) << 8 * i;
            position += position < item().length ? 1 : 0;
        }
        return value;
    }

    @Override
    public int peek(int offset, Width width) {
        if (offset == SELECTOR) {
            return selector;
        }
        byte[] item = item();
        int value = 0;
        for (int i = 0; i < width.bytes() && position + i < item.length; i++) {
            value |= (item[position + i] & 0xFF) << 8 * i;
        }
        return value;
    }

    @Override
    public void store(int offset, Width width, int value) {
        if (offset == SELECTOR && width == Width.HALFWORD) {
            selector = value & SELECTOR_BITS;
            position = 0;
        }
    }

    @Override
    public void reset() {
        selector = 0;
        position = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.word(selector);
        out.word(position);
    }

    @Override
    public void restore(StateReader in) {
        selector = in.word();
        position = in.word();
    }
}
