package ringside.cpu.machine;

/** Reads the arguments of a static probe. */
@FunctionalInterface
public interface ProbeReader {

    /**
     * Reads the arguments into the array, without effects on the machine, before the instruction at the probe executes.
     *
     * @param arguments {@value Probes#ARGUMENTS} longs, all 0, to be filled
     */
    void read(long[] arguments);
}
