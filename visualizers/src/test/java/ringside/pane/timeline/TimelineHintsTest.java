package ringside.pane.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.pane.timeline.TimelineView.Lane;
import ringside.pane.timeline.TimelineView.Moment;
import ringside.pane.timeline.TimelineView.Part;
import ringside.pane.timeline.TimelineView.Stretch;
import ringside.pane.timeline.TimelineView.Strip;
import ringside.pane.timeline.TimelineView.Subject;

/** Everything that the timeline draws can be asked for in words. */
class TimelineHintsTest {
    private static final TimelineView VIEW = new TimelineView(
            1000,
            2000,
            1500,
            0,
            1800,
            true,
            List.of(new Lane("shell", 2, List.of(new Stretch(1100, 1200)))),
            List.of(
                    new Strip(
                            Subject.MODE,
                            List.of(new Part(1000, 1400, "real", 0, -2), new Part(1400, 1800, "64-bit", 4, -2))),
                    new Strip(
                            Subject.RING,
                            List.of(
                                    new Part(1000, 1450, "ring 0", 0, -2),
                                    new Part(1450, 1460, "ring 3", 3, -2),
                                    new Part(1460, 1800, "ring 0", 0, -2)))),
            List.of(new Moment(1700, "system-call", "write")),
            0,
            0,
            0);

    private static String hint(int row, long mark) {
        return TimelineHints.of(VIEW, row, mark, 5).replace('\u00a0', ' ');
    }

    @Test
    void eachRowSaysWhatIsThereAndFromWhenToWhen() {
        assertEquals("shell has the processor: instructions 1 100 to 1 200 (100 of them)", hint(0, 1150));
        assertEquals("", hint(0, 1250));
        assertEquals("64-bit mode: instructions 1 400 to 1 800 (400 of them)", hint(1, 1500));
        assertEquals("ring 3: instructions 1 450 to 1 460 (10 of them)", hint(2, 1455));
        assertEquals("system-call write at 1 700", hint(3, 1703));
        assertEquals("", hint(3, 1600));
        assertEquals("", hint(-1, 1600));
    }

    @Test
    void aStretchCutOffAtTheEdgeSaysSo() {
        assertEquals("real mode: instructions before 1 000 to 1 400 (400 of them)", hint(1, 1000));
    }

    @Test
    void theTextTwinTellsTheStatesAtTheInstantOnShow() {
        String spoken = TimelinePaneModel.spoken(VIEW).replace('\u00a0', ' ');
        assertTrue(spoken.contains("64-bit mode. ring 0."), spoken);
        assertTrue(spoken.contains("The guest ended at 1 800."), spoken);
    }

    @Test
    void rowsAreFoundWhereTheyAreDrawn() {
        TimelineRows rows = TimelineRows.in(VIEW, 200, 13);
        for (int row = 0; row <= 3; row++) {
            assertEquals(row, rows.at(rows.top(row) + 1));
            assertEquals(row, rows.at(rows.top(row) + rows.thickness()));
        }
        assertEquals(-1, rows.at(0));
    }
}
