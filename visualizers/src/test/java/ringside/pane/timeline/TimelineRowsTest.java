package ringside.pane.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineRowsTest {
    /** The box with the instant stands at the end of what can be seen, however many lanes there are. */
    @ParameterizedTest
    @CsvSource({
        "0, 150, 180, 150",
        "0, 180, 180, 180",
        "0, 355, 172, 172",
        "0.5, 355, 172, 263.5",
        "1, 355, 172, 355",
        "0, 355, 0, 355"
    })
    void whatCanBeSeenEndsAtTheViewport(double scrolled, double content, double viewport, double shownTo) {
        assertEquals(shownTo, TimelineRows.shownTo(scrolled, content, viewport));
    }
}
