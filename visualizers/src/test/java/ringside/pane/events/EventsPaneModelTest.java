package ringside.pane.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.pane.code.CodeLine;
import ringside.pane.code.CodeLine.Mark;
import ringside.pane.code.Span.Style;

/** The event log marks the latest event and tells past from future. */
class EventsPaneModelTest {
    private static final List<CodeLine> LINES = EventsPaneModel.lines(new EventsView(
            List.of(
                    new EventsView.Row(10, "system-call", "hello", "class command"),
                    new EventsView.Row(20, "fault", "crasher", "number 4"),
                    new EventsView.Row(30, "sleep", "", "instruction wfi")),
            0,
            3,
            2,
            0));

    @Test
    void aRowLeadsToItsInstant() {
        assertEquals(List.of(10L, 20L, 30L), LINES.stream().map(CodeLine::key).toList());
    }

    @Test
    void theLatestEventOfThePastIsMarked() {
        assertEquals(
                List.of(Mark.NONE, Mark.LAST, Mark.NONE),
                LINES.stream().map(CodeLine::mark).toList());
    }

    @Test
    void theKnownFutureIsFaint() {
        assertTrue(LINES.get(2).spans().stream().allMatch(span -> span.style() == Style.FAINT));
        assertTrue(LINES.get(2).hint().contains("later than this instant"));
    }

    @Test
    void faultsStandOut() {
        assertTrue(LINES.get(1).spans().stream().anyMatch(span -> span.style() == Style.BAD));
    }
}
