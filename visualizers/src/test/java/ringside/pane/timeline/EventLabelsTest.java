package ringside.pane.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.pane.timeline.EventLabels.Wish;

/** Where there is no room for every text, faults and system calls have theirs before upcalls and switches. */
class EventLabelsTest {
    private static Wish wish(long mark, String kind) {
        return new Wish(new TimelineView.Moment(mark, kind, kind), mark, 50);
    }

    private static List<Long> placed(List<Wish> wishes, long mark, double cursor, double box) {
        return EventLabels.place(wishes, mark, 1000, 10, cursor, box).stream()
                .map(label -> label.moment().mark())
                .sorted()
                .toList();
    }

    @Test
    void theMostImportantHasItsTextFirst() {
        List<Wish> wishes = List.of(wish(100, "upcall"), wish(120, "fault"), wish(150, "system-call"));
        assertEquals(List.of(120L), placed(wishes, 500, 0, 0));
    }

    @Test
    void amongEqualsTheLatestBeforeTheInstantWins() {
        List<Wish> wishes = List.of(wish(100, "system-call"), wish(130, "system-call"), wish(150, "system-call"));
        assertEquals(List.of(130L), placed(wishes, 140, 0, 0));
    }

    @Test
    void noTextTouchesAnotherNorTheBoxOfTheInstant() {
        List<Wish> wishes = List.of(wish(100, "upcall"), wish(200, "upcall"), wish(300, "upcall"), wish(970, "upcall"));
        assertEquals(List.of(100L, 300L), placed(wishes, 230, 230, 40));
    }

    @Test
    void theLineOfTheInstantCrossesNoText() {
        EventLabels.Label label = EventLabels.place(List.of(wish(100, "fault")), 101, 1000, 10, 101, 0)
                .get(0);
        assertEquals(106, label.x());
    }
}
