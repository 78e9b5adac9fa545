package ringside.cpu.bus;

import java.util.List;

/** An address space with devices in it: that of memory, or that of an x86 processor's I/O ports. */
public interface DeviceSpace {

    /** All devices in it, in the order of mapping. A device is in one space only. */
    List<Device> devices();

    /**
     * The lowest address at which a device is mapped.
     *
     * @throws IllegalArgumentException if it is not in this space
     */
    long baseOf(Device device);
}
