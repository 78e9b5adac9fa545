package ringside.kernels.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the owners of physical memory: what is put later lies over what was put before. */
public final class OwnerMap {
    private static final long FRAME = FrameOwners.FRAME;

    /** The owner from each key on, up to the next key; null where nobody is known. */
    private final TreeMap<Long, FrameOwner> from = new TreeMap<>();

    /** Gives the addresses from start (inclusive) to end (exclusive) to an owner. An empty range changes nothing. */
    public OwnerMap put(long start, long end, FrameOwner owner) {
        if (start < end) {
            Map.Entry<Long, FrameOwner> after = from.floorEntry(end);
            FrameOwner behind = after == null ? null : after.getValue();
            from.subMap(start, true, end, true).clear();
            from.put(start, owner);
            from.put(end, behind);
        }
        return this;
    }

    /** Gives one frame of 4 KiB to an owner. */
    public OwnerMap putFrame(long physical, FrameOwner owner) {
        return putFrames(physical, physical + 1, owner);
    }

    /** Gives all frames to an owner that have a byte from start (inclusive) to end (exclusive). */
    public OwnerMap putFrames(long start, long end, FrameOwner owner) {
        return start < end ? put(start & -FRAME, (end + FRAME - 1) & -FRAME, owner) : this;
    }

    /** Puts all that is known there over what is known here. */
    public OwnerMap putAll(FrameOwners owners) {
        owners.areas().forEach(area -> put(area.start(), area.end(), area.owner()));
        return this;
    }

    /** What is known now; neighbours with the same owner are one area. */
    public FrameOwners owners() {
        List<FrameOwners.Area> areas = new ArrayList<>();
        long start = 0;
        FrameOwner owner = null;
        for (Map.Entry<Long, FrameOwner> entry : from.entrySet()) {
            boolean same = owner == null ? entry.getValue() == null : owner.equals(entry.getValue());
            if (!same) {
                if (owner != null) {
                    areas.add(new FrameOwners.Area(start, entry.getKey(), owner));
                }
                start = entry.getKey();
                owner = entry.getValue();
            }
        }
        return new FrameOwners(areas);
    }
}
