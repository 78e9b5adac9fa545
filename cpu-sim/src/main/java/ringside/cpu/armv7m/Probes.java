package ringside.cpu.armv7m;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The static probes of the image that runs: where they are, and how to read their arguments. */
final class Probes {
    /** How many arguments a probe event has. */
    static final int ARGUMENTS = 5;

    private final Map<Integer, Integer> indexByAddress = new HashMap<>();
    private final ProbeReader[] readers;
    final long[] addresses;
    final long[] arguments = new long[ARGUMENTS];

    Probes(long[] addresses, ProbeReader[] readers) {
        if (addresses.length != readers.length) {
            throw new IllegalArgumentException(addresses.length + " probes, " + readers.length + " readers");
        }
        this.addresses = addresses.clone();
        this.readers = readers.clone();
        for (int i = 0; i < addresses.length; i++) {
            indexByAddress.putIfAbsent((int) addresses[i] & ~1, i);
        }
    }

    /** The index of the probe at an address, or -1. Its arguments are then in {@link #arguments}. */
    int read(CortexMProcessor cpu, int address) {
        Integer index = indexByAddress.get(address);
        if (index == null) {
            return -1;
        }
        Arrays.fill(arguments, 0);
        readers[index].read(cpu, arguments);
        return index;
    }
}
