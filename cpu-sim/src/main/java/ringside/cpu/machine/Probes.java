package ringside.cpu.machine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;

/**
 * The static probes of the image that runs: where they are, and how to read their arguments.
 *
 * <p>A processor looks for them when it decodes an instruction, so that code without probes pays nothing. They are no part
 * of the machine's state: watching changes nothing in the guest.
 */
public final class Probes {
    /** How many arguments a probe event has. */
    public static final int ARGUMENTS = 6;

    /** No probes. */
    public static final Probes NONE = new Probes(new long[0], new ProbeReader[0]);

    private final Map<Long, Integer> indexByAddress = new HashMap<>();
    private final ProbeReader[] readers;
    private final long[] addresses;
    private final long[] arguments = new long[ARGUMENTS];

    /**
     * Probes at addresses as code uses them. An event names a probe by its index in the arrays.
     *
     * @param addresses the address of each, on Arm without the bit that says Thumb
     * @param readers who reads the arguments of each
     */
    public Probes(long[] addresses, ProbeReader[] readers) {
        if (addresses.length != readers.length) {
            throw new IllegalArgumentException(addresses.length + " probes, " + readers.length + " readers");
        }
        this.addresses = addresses.clone();
        this.readers = readers.clone();
        for (int i = 0; i < addresses.length; i++) {
            indexByAddress.putIfAbsent(addresses[i], i);
        }
    }

    /** The addresses, a copy. */
    public long[] addresses() {
        return addresses.clone();
    }

    /** Whether a probe is at an address. */
    public boolean isAt(long address) {
        return indexByAddress.containsKey(address);
    }

    /** Execution reaches the instruction at an address: leaves an event if a probe is there and someone wants it. */
    public void reach(long address, TraceRing trace, long mark) {
        Integer index = trace.wants(CpuEventKind.PROBE) ? indexByAddress.get(address) : null;
        if (index != null) {
            Arrays.fill(arguments, 0);
            readers[index].read(arguments);
            trace.add(
                    mark,
                    CpuEventKind.PROBE,
                    index,
                    arguments[0],
                    arguments[1],
                    arguments[2],
                    arguments[3],
                    arguments[4],
                    arguments[5]);
        }
    }
}
