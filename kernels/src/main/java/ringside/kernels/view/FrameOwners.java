package ringside.kernels.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who owns which physical memory.
 *
 * @param areas in the order of addresses; none overlaps another, and there may be gaps
 */
public record FrameOwners(List<Area> areas) {
    /** Nothing is known. */
    public static final FrameOwners NONE = new FrameOwners(List.of());

    /**
     * Memory with one owner.
     *
     * @param start its first physical address
     * @param end the address after its last
     */
    public record Area(long start, long end, FrameOwner owner) {}

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if areas are empty, overlap or stand in another order; {@link OwnerMap} makes lists
     *     that are in order
     */
    public FrameOwners {
        areas = List.copyOf(areas);
        long last = 0;
        for (Area area : areas) {
            if (area.start() < last || area.end() <= area.start()) {
                throw new IllegalArgumentException("out of order: " + area);
            }
            last = area.end();
        }
    }

    /** The owner of a byte, if it is known. */
    public Optional<FrameOwner> ownerOf(long physical) {
        int index = firstEndingAfter(physical);
        return index < areas.size() && areas.get(index).start() <= physical
                ? Optional.of(areas.get(index).owner())
                : Optional.empty();
    }

    /** The areas from an address (inclusive) to another (exclusive), cut off there. */
    public List<Area> within(long start, long end) {
        List<Area> found = new ArrayList<>();
        for (int i = firstEndingAfter(start); i < areas.size() && areas.get(i).start() < end; i++) {
            Area area = areas.get(i);
            found.add(new Area(Math.max(start, area.start()), Math.min(end, area.end()), area.owner()));
        }
        return found;
    }

    private int firstEndingAfter(long address) {
        int low = 0;
        int high = areas.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (areas.get(middle).end() > address) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
