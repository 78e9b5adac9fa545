package ringside.kernels.observe;

import java.util.List;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.StaticProbe;
import ringside.cpu.image.Symbols;
import ringside.cpu.image.dwarf.Dwarf;

/**
 * A kernel as an observer gets to know it: its program, which on a PC lies in the ROM of the image, and a way to look at
 * its memory.
 *
 * @param style the style that the image's recipe names: {@code redox}, {@code theseus}, {@code tock} or {@code other}
 * @param dwarf the debugging information of the kernel
 * @param symbols the symbols of the kernel
 * @param probes the static probes of the kernel; an event names one by its index here
 * @param memory reads memory by the kernel's own addresses, which hold in all address spaces, as it is at the cursor; throws
 *     {@link ringside.cpu.image.UnreadableException} while the kernel is not there yet
 */
public record ObservedKernel(
        String style, Dwarf dwarf, Symbols symbols, List<StaticProbe> probes, MemoryReader memory) {
    public ObservedKernel {
        probes = List.copyOf(probes);
    }

    /** Whether the kernel has a probe of that provider and name. */
    public boolean hasProbe(String provider, String name) {
        return probes.stream()
                .anyMatch(probe ->
                        probe.provider().equals(provider) && probe.name().equals(name));
    }
}
