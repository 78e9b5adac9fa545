package ringside.app.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import ringside.pane.timeline.TimelineView;
import ringside.pane.timeline.TimelineView.Stretch;

/** What runs privileged in a task's turn is the kernel's work. */
class LanesTest {
    private static final int KERNEL = -1;
    private static final int TASK = 0;

    private static Map<Integer, List<Stretch>> turns() {
        Map<Integer, List<Stretch>> lanes = new TreeMap<>();
        lanes.put(KERNEL, List.of(new Stretch(0, 100), new Stretch(200, 300)));
        lanes.put(TASK, List.of(new Stretch(100, 200)));
        return lanes;
    }

    private static final List<Lanes.Mode> MODES = List.of(
            new Lanes.Mode(0, 120, true),
            new Lanes.Mode(120, 150, false),
            new Lanes.Mode(150, 160, true),
            new Lanes.Mode(160, 180, false),
            new Lanes.Mode(180, 300, true));

    @Test
    void theSwitchAndTheHandlersAreTheKernels() {
        Map<Integer, List<Stretch>> lanes = turns();
        Lanes.giveKernelItsShare(lanes, MODES, true);
        assertEquals(List.of(new Stretch(120, 150), new Stretch(160, 180)), lanes.get(TASK));
        assertEquals(List.of(new Stretch(0, 120), new Stretch(150, 160), new Stretch(180, 300)), lanes.get(KERNEL));
    }

    @Test
    void whereNothingRunsUnprivilegedATurnIsTheTasks() {
        Map<Integer, List<Stretch>> lanes = turns();
        Lanes.giveKernelItsShare(lanes, List.of(new Lanes.Mode(0, 300, true)), false);
        assertEquals(turns(), lanes);
    }

    private static TimelineView.Lane lane(int slot, Stretch... stretches) {
        return new TimelineView.Lane("task " + slot, slot, List.of(stretches));
    }

    private static List<Integer> slots(List<TimelineView.Lane> lanes) {
        return lanes.stream().map(TimelineView.Lane::slot).toList();
    }

    /** The kernel stays first, and both groups keep the order of the kernel's table. */
    @Test
    void ofManyTasksThoseThatRanComeFirst() {
        List<TimelineView.Lane> lanes = new ArrayList<>(List.of(lane(KERNEL)));
        for (int slot = 0; slot < 10; slot++) {
            lanes.add(slot == 4 || slot == 9 ? lane(slot, new Stretch(slot, slot + 1)) : lane(slot));
        }
        assertEquals(List.of(KERNEL, 4, 9, 0, 1, 2, 3, 5, 6, 7, 8), slots(Lanes.activeFirst(lanes)));
    }

    @Test
    void fewTasksKeepTheirPlaces() {
        List<TimelineView.Lane> lanes = List.of(lane(KERNEL), lane(0), lane(1, new Stretch(0, 1)));
        assertEquals(lanes, Lanes.activeFirst(lanes));
    }
}
