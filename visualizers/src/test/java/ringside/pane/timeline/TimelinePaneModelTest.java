package ringside.pane.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.pane.timeline.TimelineView.Lane;
import ringside.pane.timeline.TimelineView.Moment;
import ringside.pane.timeline.TimelineView.Stretch;

/** The timeline maps instants to places, follows the cursor, and says in words what it shows. */
class TimelinePaneModelTest {
    private static TimelineView view(long from, long mark) {
        return new TimelineView(
                from,
                from + 2000,
                mark,
                0,
                5000,
                false,
                List.of(
                        new Lane("kernel", -1, List.of(new Stretch(0, 100))),
                        new Lane("hello", 0, List.of(new Stretch(100, 900)))),
                List.of(),
                List.of(new Moment(90, "system-call", "command console"), new Moment(700, "fault", "MemManage")),
                0,
                1 << 20,
                256L << 20);
    }

    @Test
    void aPlaceLeadsBackToItsInstant() {
        TimeScale scale = new TimeScale(1000, 3000, 80, 1000);
        for (long mark = 1000; mark <= 3000; mark += 2) {
            assertEquals(mark, scale.mark(scale.x(mark)));
        }
    }

    @Test
    void placesOutsideAreCutOff() {
        TimeScale scale = new TimeScale(0, 100, 80, 1000);
        assertEquals(80, scale.x(-5));
        assertEquals(1080, scale.x(1000));
        assertEquals(0, scale.mark(0));
    }

    @Test
    void zoomGoesInStepsOfOneTwoFive() {
        TimelinePaneModel model = new TimelinePaneModel();
        assertEquals(20_000, model.span());
        model.zoomIn(0);
        assertEquals(10_000, model.span());
        model.zoomIn(0);
        assertEquals(5_000, model.span());
        model.zoomIn(0);
        assertEquals(2_000, model.span());
        model.zoomOut(0);
        assertEquals(5_000, model.span());
    }

    @Test
    void aWindowThatTheUserChoseIsLeftWhenTheCursorLeavesIt() {
        TimelinePaneModel model = new TimelinePaneModel();
        model.arrived(view(0, 10));
        model.pan(view(0, 10), 0);
        assertEquals(0, model.from());
        model.arrived(view(0, 11));
        assertEquals(0, model.from());
        model.arrived(view(0, 1_000_000));
        assertEquals(-1, model.from());
    }

    @Test
    void itSaysWhoRunsAndWhatHappenedLast() {
        String spoken = TimelinePaneModel.spoken(view(0, 500));
        assertTrue(spoken.contains("hello has the processor"), spoken);
        assertTrue(spoken.contains("command console"), spoken);
        assertTrue(!spoken.contains("MemManage"), "that is still to come: " + spoken);
    }
}
