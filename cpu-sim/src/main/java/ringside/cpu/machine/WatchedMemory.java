package ringside.cpu.machine;

import java.util.List;
import ringside.cpu.machine.StopConditions.Watchpoint;

/** The watched memory of a run, by the addresses that code uses, zero-extended; and what was hit. */
public final class WatchedMemory {
    private List<Watchpoint> watched = List.of();
    private StopReason hit;

    /** Starts a run. True if other memory is watched than before. */
    public boolean watch(List<Watchpoint> wanted) {
        hit = null;
        if (watched.equals(wanted)) {
            return false;
        }
        watched = wanted;
        return true;
    }

    /** Whether something in an aligned block of memory is watched. */
    public boolean touches(long address, int length) {
        for (Watchpoint w : watched) {
            if (overlaps(w, address, length)) {
                return true;
            }
        }
        return false;
    }

    /** Tells of an access. The first hit of an instruction is kept. True if it hit. */
    public boolean access(long address, int length, boolean write) {
        for (Watchpoint w : watched) {
            if ((write ? w.onWrite() : w.onRead()) && overlaps(w, address, length)) {
                if (hit == null) {
                    hit = new StopReason.WatchpointHit(address, write);
                }
                return true;
            }
        }
        return false;
    }

    private static boolean overlaps(Watchpoint w, long address, int length) {
        return address - w.address() < w.length() && w.address() - address < length;
    }

    /** What was hit since the run started, or null. */
    public StopReason hit() {
        return hit;
    }

    /** Whether nothing is watched. */
    public boolean isEmpty() {
        return watched.isEmpty();
    }
}
