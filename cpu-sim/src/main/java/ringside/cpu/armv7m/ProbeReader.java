package ringside.cpu.armv7m;

/** Reads the arguments of a static probe. */
@FunctionalInterface
public interface ProbeReader {

    /**
     * Reads up to five arguments into the array, without effects on the machine.
     *
     * @param cpu the processor, before the instruction at the probe executes
     * @param arguments five longs, all 0, to be filled
     */
    void read(CortexMProcessor cpu, long[] arguments);
}
