package ringside.kernels.session;

import ringside.cpu.armv7m.CortexMProcessor;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.DeviceSpace;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.machine.Machine;
import ringside.cpu.pc.VgaDisplay;
import ringside.cpu.x86.processor.X86Processor;

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

    /**
     * The x86-64 core of the machine.
     *
     * @throws UnreadableException if it has another
     */
    static X86Processor x86(Machine machine) {
        if (machine.processor() instanceof X86Processor core) {
            return core;
        }
        throw new UnreadableException("a " + machine.kind() + " has no such part");
    }

    /**
     * The display of the machine's board.
     *
     * @throws UnreadableException if it has none
     */
    static VgaDisplay display(Machine machine) {
        for (DeviceSpace space : machine.spaces()) {
            for (Device device : space.devices()) {
                if (device instanceof VgaDisplay display) {
                    return display;
                }
            }
        }
        throw new UnreadableException("the board " + machine.board() + " has no display");
    }
}
