package ringside.app.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.pane.timeline.TimelineView.Part;
import ringside.pane.timeline.TimelineView.Subject;

class StripBuilderTest {
    private static Part part(long start, long end, String name, int level) {
        return new Part(start, end, name, level, Part.NO_TASK);
    }

    private static void change(StripBuilder strip, long mark, int ring) {
        strip.change(mark, "ring " + ring, ring, Part.NO_TASK);
    }

    @Test
    void stretchesGoFromChangeToChange() {
        StripBuilder strip = new StripBuilder(Subject.RING, 1);
        change(strip, 100, 0);
        change(strip, 150, 3);
        change(strip, 160, 3);
        change(strip, 170, 0);
        assertEquals(
                List.of(part(100, 150, "ring 0", 0), part(150, 170, "ring 3", 3), part(170, 200, "ring 0", 0)),
                strip.end(200).parts());
    }

    @Test
    void stretchesTooShortToBeSeenAreOneThatSaysSo() {
        StripBuilder strip = new StripBuilder(Subject.RING, 10);
        change(strip, 0, 0);
        for (int mark = 100; mark < 120; mark += 2) {
            change(strip, mark, mark % 4 == 0 ? 3 : 0);
        }
        change(strip, 120, 3);
        List<Part> parts = strip.end(200).parts();
        assertEquals(3, parts.size());
        assertEquals(part(0, 100, "ring 0", 0), parts.get(0));
        assertTrue(parts.get(1).isMixed());
        assertEquals(100, parts.get(1).start());
        assertEquals(120, parts.get(1).end());
        assertEquals(part(120, 200, "ring 3", 3), parts.get(2));
    }

    @Test
    void aStretchInWhichThereIsNothingIsLeftOut() {
        StripBuilder strip = new StripBuilder(Subject.SPACE, 1);
        strip.change(0, "", 0, Part.NO_TASK);
        strip.change(50, "shell", 1, 2);
        assertEquals(List.of(new Part(50, 60, "shell", 1, 2)), strip.end(60).parts());
    }
}
