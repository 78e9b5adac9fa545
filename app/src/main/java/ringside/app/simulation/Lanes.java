package ringside.app.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ringside.pane.timeline.TimelineView;
import ringside.pane.timeline.TimelineView.Stretch;

/**
 * Divides the processor's time among the kernel and the tasks.
 *
 * <p>The kernel's probes tell whose turn it is. But a turn begins before the task's first instruction and ends after its
 * last: what runs privileged in it, the switch itself and the handlers of exceptions, is the kernel's work.
 */
final class Lanes {
    private static final int KERNEL = -1;
    /** How many lanes a timeline shows without scrolling, at least. */
    private static final int AT_ONCE = 8;

    private Lanes() {}

    /** A stretch in which code was privileged or not. */
    record Mode(long start, long end, boolean privileged) {}

    /** Moves the privileged parts of the tasks' turns to the kernel's lane. */
    static void giveKernelItsShare(Map<Integer, List<Stretch>> lanes, List<Mode> modes, boolean modesMatter) {
        if (!modesMatter) {
            return;
        }
        List<Stretch> kernel = new ArrayList<>(lanes.getOrDefault(KERNEL, List.of()));
        Map<Integer, List<Stretch>> divided = new TreeMap<>();
        lanes.forEach((slot, turns) -> {
            if (slot != KERNEL) {
                divided.put(slot, new ArrayList<>());
                turns.forEach(turn -> divide(turn, modes, divided.get(slot), kernel));
            }
        });
        lanes.putAll(divided);
        if (!kernel.isEmpty()) {
            lanes.put(KERNEL, joined(kernel));
        }
    }

    private static void divide(Stretch turn, List<Mode> modes, List<Stretch> task, List<Stretch> kernel) {
        for (int i = firstReaching(turn.start(), modes); i < modes.size(); i++) {
            Mode mode = modes.get(i);
            if (mode.start() >= turn.end()) {
                return;
            }
            long start = Math.max(turn.start(), mode.start());
            long end = Math.min(turn.end(), mode.end());
            (mode.privileged() ? kernel : task).add(new Stretch(start, end));
        }
    }

    /** The first of the stretches, which are in order, that ends after the instant. */
    private static int firstReaching(long mark, List<Mode> modes) {
        int low = 0;
        int high = modes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (modes.get(middle).end() > mark) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static List<Stretch> joined(List<Stretch> stretches) {
        stretches.sort((one, other) -> Long.compare(one.start(), other.start()));
        List<Stretch> joined = new ArrayList<>();
        for (Stretch stretch : stretches) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).end() >= stretch.start()) {
                Stretch before = joined.get(last);
                joined.set(last, new Stretch(before.start(), Math.max(before.end(), stretch.end())));
            } else {
                joined.add(stretch);
            }
        }
        return joined;
    }

    /** With more lanes than a screen shows at once, those of tasks that ran in the window come before the quiet ones. */
    static List<TimelineView.Lane> activeFirst(List<TimelineView.Lane> lanes) {
        if (lanes.size() <= AT_ONCE) {
            return lanes;
        }
        List<TimelineView.Lane> sorted = new ArrayList<>(lanes);
        sorted.sort(Comparator.comparing(
                lane -> lane.slot() != KERNEL && lane.stretches().isEmpty()));
        return sorted;
    }
}
