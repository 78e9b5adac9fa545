package ringside.kernels.view;

import java.util.List;
import java.util.Optional;

/**
 * Whose memory is whose, as the kernel's tables say, and which MPU regions the kernel made for whom.
 *
 * @param areas memory with its owner, in address order
 * @param regions the owner of each MPU region that is now in the hardware
 */
public record MemoryMapView(List<Area> areas, List<RegionOwner> regions) {

    /**
     * A piece of memory.
     *
     * @param start its first address
     * @param end the address after its last
     * @param owner {@code kernel} or the name of a task
     * @param task the slot of the task, or -1 for the kernel
     * @param purpose what it holds, such as {@code code}, {@code stack and heap}, {@code grants}
     */
    public record Area(long start, long end, String owner, int task, String purpose) {}

    /**
     * Whom an MPU region serves.
     *
     * @param region the region's number
     * @param owner the name of the task
     * @param task the slot of the task
     * @param purpose what it covers, such as {@code RAM, lower half}
     */
    public record RegionOwner(int region, String owner, int task, String purpose) {}

    /** Copies the lists. */
    public MemoryMapView {
        areas = List.copyOf(areas);
        regions = List.copyOf(regions);
    }

    /** The area that holds the address. */
    public Optional<Area> areaOf(long address) {
        return areas.stream()
                .filter(area -> Long.compareUnsigned(area.start(), address) <= 0
                        && Long.compareUnsigned(address, area.end()) < 0)
                .findFirst();
    }
}
