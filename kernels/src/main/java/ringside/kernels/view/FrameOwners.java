package ringside.kernels.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who owns which physical memory.
 *
 * @param areas in the order of addresses; none overlaps another, and there may be gaps
 */
public record FrameOwners(List<Area> areas) {
    static final long FRAME = 4096;

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

    /** The same with whole frames of 4 KiB only: one that several share goes to the one with the most bytes in it. */
    public FrameOwners wholeFrames() {
        OwnerMap whole = new OwnerMap();
        Map<Long, Map<FrameOwner, Long>> shares = new TreeMap<>();
        for (Area area : areas) {
            long first = (area.start() + FRAME - 1) & -FRAME;
            long last = area.end() & -FRAME;
            whole.put(first, last, area.owner());
            share(shares, area.start(), Math.min(first, area.end()), area.owner());
            share(shares, Math.max(last, first), area.end(), area.owner());
        }
        shares.forEach((frame, byOwner) -> {
            FrameOwner most = null;
            for (Map.Entry<FrameOwner, Long> entry : byOwner.entrySet()) {
                most = most == null || entry.getValue() > byOwner.get(most) ? entry.getKey() : most;
            }
            whole.putFrame(frame, most);
        });
        return whole.owners();
    }

    private static void share(Map<Long, Map<FrameOwner, Long>> shares, long start, long end, FrameOwner owner) {
        if (start < end) {
            shares.computeIfAbsent(start & -FRAME, frame -> new LinkedHashMap<>())
                    .merge(owner, end - start, Long::sum);
        }
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
