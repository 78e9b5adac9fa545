package ringside.cpu.x86.processor;

import ringside.cpu.bus.Bus;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;

/** Looks at physical memory. */
final class PhysicalPeek {
    private PhysicalPeek() {}

    /** A byte, without effects; -1 where nothing answers. */
    static int octet(Bus bus, long physical) {
        try {
            return (int) bus.peek(physical, Width.BYTE);
        } catch (BusFault nobody) {
            return -1;
        }
    }
}
