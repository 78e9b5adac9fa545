package ringside.cpu.pc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.DeviceSpace;
import ringside.cpu.bus.Width;
import ringside.cpu.x86.Ports;

/**
 * The I/O address space: 65,536 ports and the devices behind them.
 *
 * <p>An access of two or four bytes to a {@link PortDevice} becomes accesses of one byte to the ports in turn, as on the
 * ISA bus; any other device gets it whole if it lies within the device. Ports without a device read as ones.
 */
public final class PortBus implements Ports, DeviceSpace {
    private static final int PORTS = 0x1_0000;
    private static final int NOBODY = 0xFF;

    private record Mapping(Device device, int first, int count, int offset) {
        boolean takesWhole(int port, int bytes) {
            return !(device instanceof PortDevice) && port + bytes <= first + count;
        }

        int offsetOf(int port) {
            return port - first + offset;
        }
    }

    private final Mapping[] mappings = new Mapping[PORTS];
    private final Map<Device, Integer> lowest = new LinkedHashMap<>();

    /**
     * Maps some ports of a device.
     *
     * @param offset what the device calls the first of them
     */
    public void map(Device device, int first, int count, int offset) {
        Mapping mapping = new Mapping(device, first, count, offset);
        for (int port = first; port < first + count; port++) {
            if (mappings[port] != null) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "%s and %s share port %x", mappings[port].device.name(), device.name(), port));
            }
            mappings[port] = mapping;
        }
        lowest.merge(device, first, Math::min);
    }

    @Override
    public List<Device> devices() {
        return Collections.unmodifiableList(new ArrayList<>(lowest.keySet()));
    }

    @Override
    public long baseOf(Device device) {
        Integer port = lowest.get(device);
        if (port == null) {
            throw new IllegalArgumentException(device.name() + " has no port");
        }
        return port;
    }

    @Override
    public int in(int port, int bytes) {
        Mapping mapping = mappings[port];
        if (mapping != null && mapping.takesWhole(port, bytes)) {
            return mapping.device.load(mapping.offsetOf(port), width(bytes)) & mask(bytes);
        }
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= in(port + i & PORTS - 1) << 8 * i;
        }
        return value;
    }

    private int in(int port) {
        Mapping mapping = mappings[port];
        return mapping == null ? NOBODY : mapping.device.load(mapping.offsetOf(port), Width.BYTE) & 0xFF;
    }

    /** What reading a byte from a port would return, without effects. */
    public int peek(int port) {
        Mapping mapping = mappings[port];
        return mapping == null ? NOBODY : mapping.device.peek(mapping.offsetOf(port), Width.BYTE) & 0xFF;
    }

    @Override
    public void out(int port, int bytes, int value) {
        Mapping mapping = mappings[port];
        if (mapping != null && mapping.takesWhole(port, bytes)) {
            mapping.device.store(mapping.offsetOf(port), width(bytes), value & mask(bytes));
            return;
        }
        for (int i = 0; i < bytes; i++) {
            out(port + i & PORTS - 1, value >>> 8 * i & 0xFF);
        }
    }

    private void out(int port, int value) {
        Mapping mapping = mappings[port];
        if (mapping != null) {
            mapping.device.store(mapping.offsetOf(port), Width.BYTE, value);
        }
    }

    private static int mask(int bytes) {
        return bytes == 4 ? -1 : (1 << 8 * bytes) - 1;
    }

    private static Width width(int bytes) {
        return bytes == 1 ? Width.BYTE : bytes == 2 ? Width.HALFWORD : Width.WORD;
    }
}
