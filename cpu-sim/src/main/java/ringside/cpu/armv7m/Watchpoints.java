package ringside.cpu.armv7m;

import java.util.List;
import ringside.cpu.machine.StopConditions.Watchpoint;
import ringside.cpu.machine.StopReason;

/** The watched memory of a run, and what was hit. */
final class Watchpoints {
    private List<Watchpoint> watched = List.of();
    private StopReason hit;

    /** Starts a run. True if other memory is watched than before. */
    boolean watch(List<Watchpoint> wanted) {
        hit = null;
        if (watched.equals(wanted)) {
            return false;
        }
        watched = wanted;
        return true;
    }

    /** Whether something in an aligned block of memory is watched. */
    boolean touches(int address, int length) {
        for (Watchpoint w : watched) {
            if (overlaps(w, address, length)) {
                return true;
            }
        }
        return false;
    }

    /** Tells of an access. The first hit of an instruction is kept. True if it hit. */
    boolean access(int address, int length, boolean write) {
        for (Watchpoint w : watched) {
            if ((write ? w.onWrite() : w.onRead()) && overlaps(w, address, length)) {
                if (hit == null) {
                    hit = new StopReason.WatchpointHit(address & 0xFFFF_FFFFL, write);
                }
                return true;
            }
        }
        return false;
    }

    private static boolean overlaps(Watchpoint w, int address, int length) {
        long start = address & 0xFFFF_FFFFL;
        return start < w.address() + w.length() && w.address() < start + length;
    }

    /** What was hit since the run started, or null. */
    StopReason hit() {
        return hit;
    }

    boolean isEmpty() {
        return watched.isEmpty();
    }
}
