package ringside.kernels.memory;

import java.util.HashSet;
import java.util.Set;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.DeviceSpace;
import ringside.cpu.bus.Ram;
import ringside.cpu.machine.LoadedPart;
import ringside.cpu.machine.Machine;
import ringside.cpu.pc.VgaDisplay;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.FrameOwner.Kind;
import ringside.kernels.view.OwnerMap;

/** What the board and the boot loader say about physical memory. */
final class BoardOwners {
    /** Physical addresses have at most 52 bits. @sdm Vol.3A 4.1.4 */
    private static final long ALL = 1L << 52;

    private final Machine machine;
    private final Set<Ram> displays = new HashSet<>();

    BoardOwners(Machine machine) {
        this.machine = machine;
        for (DeviceSpace space : machine.spaces()) {
            for (Device device : space.devices()) {
                if (device instanceof VgaDisplay display) {
                    displays.add(display.memory());
                }
            }
        }
    }

    void putInto(OwnerMap map) {
        map.put(0, ALL, FrameOwner.of(Kind.NOTHING, "", ""));
        for (Bus.Region region : machine.bus().regions()) {
            FrameOwner owner = region.device()
                    .map(device -> FrameOwner.of(Kind.DEVICE, device.name(), "registers"))
                    .orElseGet(() -> memory(region.ram().orElseThrow(), region.writable()));
            map.put(region.base(), region.base() + region.size(), owner);
        }
        for (LoadedPart part : machine.loaded()) {
            map.putFrames(part.base(), part.base() + part.size(), owner(part));
        }
    }

    private FrameOwner memory(Ram ram, boolean writable) {
        if (displays.contains(ram)) {
            return FrameOwner.of(Kind.DEVICE, ram.name(), "screen memory");
        }
        return FrameOwner.of(writable ? Kind.RAM : Kind.ROM, ram.name(), "");
    }

    private static FrameOwner owner(LoadedPart part) {
        return switch (part.kind()) {
            case KERNEL -> FrameOwner.of(Kind.IMAGE, "kernel", "as loaded");
            case MODULE -> FrameOwner.of(Kind.MODULE, part.name(), "as loaded");
            case INFORMATION -> FrameOwner.of(Kind.MODULE, "", "boot information");
        };
    }
}
