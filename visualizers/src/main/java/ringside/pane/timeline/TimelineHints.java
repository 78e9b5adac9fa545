package ringside.pane.timeline;

import java.util.Optional;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.timeline.TimelineView.Lane;
import ringside.pane.timeline.TimelineView.Moment;
import ringside.pane.timeline.TimelineView.Part;
import ringside.pane.timeline.TimelineView.Stretch;
import ringside.pane.timeline.TimelineView.Strip;

/** What is at a place of the timeline, in words. */
final class TimelineHints {
    private TimelineHints() {}

    /**
     * What is in a row at an instant.
     *
     * @param row a lane, else a strip, else the events: see {@link TimelineRows#at}
     * @param reach how near an event must be
     * @return a sentence, or an empty text where there is nothing
     */
    static String of(TimelineView view, int row, long mark, long reach) {
        if (row < 0) {
            return "";
        }
        if (row < view.lanes().size()) {
            return lane(view, view.lanes().get(row), mark);
        }
        int strip = row - view.lanes().size();
        return strip < view.strips().size() ? strip(view, view.strips().get(strip), mark) : event(view, mark, reach);
    }

    private static String lane(TimelineView view, Lane lane, long mark) {
        for (Stretch stretch : lane.stretches()) {
            if (mark >= stretch.start() && mark < stretch.end()) {
                return Words.of("timeline.hint.lane", lane.name(), range(view, stretch.start(), stretch.end()));
            }
        }
        return "";
    }

    private static String strip(TimelineView view, Strip strip, long mark) {
        return partAt(strip, mark)
                .map(part -> Words.of(
                        "timeline.hint." + strip.subject(), part.name(), range(view, part.start(), part.end())))
                .orElse("");
    }

    /** The part of a strip at an instant; at the furthest instant, the last. */
    static Optional<Part> partAt(Strip strip, long mark) {
        Part last = null;
        for (Part part : strip.parts()) {
            if (mark >= part.start() && mark < part.end()) {
                return Optional.of(part);
            }
            last = part;
        }
        return Optional.ofNullable(last).filter(part -> part.end() == mark);
    }

    private static String event(TimelineView view, long mark, long reach) {
        Moment nearest = null;
        for (Moment moment : view.events()) {
            long distance = Math.abs(moment.mark() - mark);
            if (distance <= reach && (nearest == null || distance < Math.abs(nearest.mark() - mark))) {
                nearest = moment;
            }
        }
        return nearest == null
                ? ""
                : Words.of("timeline.hint.event", nearest.kind(), nearest.text(), NumberText.grouped(nearest.mark()));
    }

    /** From where to where; at the edges of what is on show it may go on. */
    private static String range(TimelineView view, long start, long end) {
        String from = NumberText.grouped(start);
        String to = NumberText.grouped(end);
        return Words.of(
                "timeline.hint.range",
                start == view.from() && start > view.reach() ? Words.of("timeline.hint.before", from) : from,
                end == view.to() || end == view.frontier() && !view.ended() ? Words.of("timeline.hint.after", to) : to,
                NumberText.grouped(end - start));
    }
}
