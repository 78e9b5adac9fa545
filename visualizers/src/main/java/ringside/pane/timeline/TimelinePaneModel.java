package ringside.pane.timeline;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import ringside.pane.NumberText;
import ringside.pane.Words;

/** Which window of time is on show, and what the timeline says in words. */
public final class TimelinePaneModel {
    /** The smallest window. */
    static final long SMALLEST = 20;
    /** The largest window. */
    static final long LARGEST = 2_000_000_000L;

    private long span = 20_000;
    private long from = -1;
    private long lastMark = -1;
    private final TreeSet<Long> bookmarks = new TreeSet<>();

    /** The first instant of the window that the user chose, or -1 to follow the instant on show. */
    public long from() {
        return from;
    }

    /** How many instructions the window has. */
    public long span() {
        return span;
    }

    /** Fewer instructions, so that each is wider; the instant stays where it is. */
    public void zoomIn(long around) {
        zoom(Math.max(SMALLEST, nextSmaller(span)), around);
    }

    /** More instructions. */
    public void zoomOut(long around) {
        zoom(Math.min(LARGEST, nextLarger(span)), around);
    }

    private void zoom(long newSpan, long around) {
        if (from >= 0) {
            double part = (double) (around - from) / span;
            from = Math.max(0, around - Math.round(part * newSpan));
        }
        span = newSpan;
    }

    private static long nextSmaller(long span) {
        long digit = Long.parseLong(Long.toString(span).substring(0, 1));
        return digit == 5 ? span * 2 / 5 : span / 2;
    }

    private static long nextLarger(long span) {
        long digit = Long.parseLong(Long.toString(span).substring(0, 1));
        return digit == 2 ? span * 5 / 2 : span * 2;
    }

    /** Sets a bookmark at an instant, or takes it away. */
    public void toggleBookmark(long mark) {
        if (!bookmarks.remove(mark)) {
            bookmarks.add(mark);
        }
    }

    /** The instants with a bookmark, in order. */
    public List<Long> bookmarks() {
        return List.copyOf(bookmarks);
    }

    /** Moves the window. */
    public void pan(TimelineView view, double part) {
        from = Math.max(0, view.from() + Math.round(part * span));
    }

    /** Follows the instant on show again once it leaves the window that the user chose. */
    public void arrived(TimelineView view) {
        boolean moved = view.mark() != lastMark;
        lastMark = view.mark();
        if (from >= 0 && moved && (view.mark() < from || view.mark() >= from + span)) {
            from = -1;
        }
    }

    /** The event before or at the instant on show. */
    public static Optional<TimelineView.Moment> latest(TimelineView view) {
        TimelineView.Moment found = null;
        for (TimelineView.Moment moment : view.events()) {
            if (moment.mark() <= view.mark()) {
                found = moment;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Who has the processor at the instant on show. */
    public static Optional<String> running(TimelineView view) {
        for (TimelineView.Lane lane : view.lanes()) {
            for (TimelineView.Stretch stretch : lane.stretches()) {
                if (view.mark() >= stretch.start() && view.mark() < stretch.end()) {
                    return Optional.of(lane.name());
                }
            }
        }
        return Optional.empty();
    }

    /** The timeline in words, for those who cannot see it. */
    public static String spoken(TimelineView view) {
        StringBuilder text = new StringBuilder(
                Words.of("timeline.spoken", NumberText.grouped(view.mark()), NumberText.grouped(view.frontier())));
        running(view).ifPresent(name -> text.append(' ').append(Words.of("timeline.spoken.runs", name)));
        for (TimelineView.Strip strip : view.strips()) {
            TimelineHints.partAt(strip, view.mark())
                    .ifPresent(part ->
                            text.append(' ').append(Words.of("timeline.spoken." + strip.subject(), part.name())));
        }
        if (view.ended()) {
            text.append(' ').append(Words.of("timeline.spoken.ended", NumberText.grouped(view.frontier())));
        }
        latest(view)
                .ifPresent(moment -> text.append(' ')
                        .append(Words.of(
                                "timeline.spoken.latest",
                                moment.kind(),
                                moment.text(),
                                NumberText.grouped(moment.mark()))));
        return text.toString();
    }

    /** The remark beside the title. */
    public static String note(TimelineView view) {
        String reach = view.reach() == 0
                ? Words.of("timeline.reach.all")
                : Words.of("timeline.reach.from", NumberText.grouped(view.reach()));
        return Words.of(
                "timeline.note",
                reach,
                megabytes(view.historyBytes()),
                megabytes(view.historyLimit()),
                NumberText.grouped(view.span()));
    }

    private static String megabytes(long bytes) {
        return bytes < 1 << 20 ? (bytes + 1023) / 1024 + " KB" : bytes / (1 << 20) + " MB";
    }
}
