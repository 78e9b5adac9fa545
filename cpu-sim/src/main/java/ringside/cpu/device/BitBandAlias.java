package ringside.cpu.device;

import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.Width;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * An area of 32 MiB in which each word stands for one bit of an area of 1 MiB, as the Cortex-M3 has it for SRAM and for
 * peripherals. @board DDI 0337, bit-banding
 *
 * <p>Reading gives 0 or 1; writing changes the bit to bit 0 of the value, by reading and writing as many bytes as the
 * access has.
 *
 * @param name the name on the board
 * @param bus where the bits are
 * @param target the physical address of the first bit
 */
public record BitBandAlias(String name, Bus bus, long target) implements Device {

    @Override
    public int load(int offset, Width width) {
        return (int) (bus.load(address(offset, width), width) >>> bit(offset, width)) & 1;
    }

    @Override
    public int peek(int offset, Width width) {
        return (int) (bus.peek(address(offset, width), width) >>> bit(offset, width)) & 1;
    }

    @Override
    public void store(int offset, Width width, int value) {
        long address = address(offset, width);
        long mask = 1L << bit(offset, width);
        long before = bus.load(address, width);
        bus.store(address, width, (value & 1) != 0 ? before | mask : before & ~mask);
    }

    private long address(int offset, Width width) {
        return target + (offset >>> 5 & -width.bytes());
    }

    private static int bit(int offset, Width width) {
        return offset >>> 2 & width.bytes() * 8 - 1;
    }

    @Override
    public void reset() {}

    @Override
    public void save(StateWriter out) {}

    @Override
    public void restore(StateReader in) {}
}
