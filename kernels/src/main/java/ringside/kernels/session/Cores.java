package ringside.kernels.session;

import ringside.cpu.armv7m.CortexMProcessor;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.machine.Machine;

/** The cores of machines, for the views that only one kind of core has. */
final class Cores {
    private Cores() {}

    /**
     * The Cortex-M core of the machine.
     *
     * @throws UnreadableException if it has another
     */
    static CortexMProcessor cortexM(Machine machine) {
        if (machine.processor() instanceof CortexMProcessor core) {
            return core;
        }
        throw new UnreadableException("a " + machine.kind() + " has no such part");
    }
}
