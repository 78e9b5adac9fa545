package ringside.kernels.session;

import java.util.Set;
import ringside.cpu.armv7m.CortexMProcessor;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.DeviceSpace;
import ringside.cpu.image.RegisterReader;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.Processor;
import ringside.cpu.pc.VgaDisplay;
import ringside.cpu.x86.processor.X86Processor;

/** The cores of machines, for the views that only one kind of core has. */
final class Cores {
    private static final Set<String> NARROW = Set.of("eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi", "eip");

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
        throw new UnreadableException("the machine " + machine.kind() + " has no such part");
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
        throw new UnreadableException("the machine " + machine.kind() + " has no such part");
    }

    /** The registers by the names that debugging information gives them, also those of 32-bit x86 code. */
    static RegisterReader registers(Machine machine) {
        Processor processor = machine.processor();
        return name -> NARROW.contains(name)
                ? processor.readRegister("r" + name.substring(1)) & 0xFFFF_FFFFL
                : processor.readRegister(name);
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
        throw new UnreadableException("the machine " + machine.kind() + " has no such part");
    }
}
