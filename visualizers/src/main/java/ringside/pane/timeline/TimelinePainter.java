package ringside.pane.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import ringside.pane.NumberText;
import ringside.pane.Palette;
import ringside.pane.TaskColour;
import ringside.pane.Words;
import ringside.pane.events.EventSymbol;

/** Paints a window of time on a canvas. */
final class TimelinePainter {
    private final GraphicsContext g;
    private final Palette palette;
    private final double em;
    private final double width;
    private final double height;
    private final double seen;
    private final Font small;
    private final Font mono;

    /**
     * Paints on all of a canvas.
     *
     * @param seen how far down the canvas can be seen: the box with the instant stands there
     */
    TimelinePainter(GraphicsContext g, Palette palette, double em, double width, double height, double seen) {
        this.g = g;
        this.palette = palette;
        this.em = em;
        this.width = width;
        this.height = height;
        this.seen = seen;
        small = Font.font("Inter", em * 0.85);
        mono = Font.font("JetBrains Mono", em * 0.88);
    }

    /** Where the names of the lanes end. */
    static double left(double em) {
        return Math.round(6.9 * em);
    }

    static double overviewTop(double em) {
        return Math.round(0.35 * em);
    }

    static double overviewHeight(double em) {
        return Math.round(0.75 * em);
    }

    TimelineRows rows(TimelineView view) {
        return TimelineRows.in(view, height, em);
    }

    TimeScale window(TimelineView view) {
        return new TimeScale(view.from(), view.to(), left(em), width - left(em) - em);
    }

    TimeScale whole(TimelineView view) {
        return new TimeScale(0, Math.max(view.frontier(), view.to()), left(em), width - left(em) - em);
    }

    void paint(TimelineView view, List<Long> bookmarks) {
        g.clearRect(0, 0, width, height);
        g.setFont(small);
        g.setTextBaseline(VPos.CENTER);
        TimeScale scale = window(view);
        overview(view);
        TimelineRows rows = rows(view);
        int row = 0;
        for (TimelineView.Lane lane : view.lanes()) {
            lane(lane, scale, rows.top(row++), rows);
        }
        for (TimelineView.Strip strip : view.strips()) {
            strip(view, strip, scale, rows.top(row++), rows);
        }
        double y = rows.top(row);
        events(view, scale, y);
        frontier(view, scale, y);
        for (long bookmark : bookmarks) {
            bookmark(whole(view), scale, bookmark);
        }
        cursor(view, scale);
    }

    private void bookmark(TimeScale whole, TimeScale window, long mark) {
        g.setFill(palette.colour("amber"));
        g.setTextAlign(TextAlignment.CENTER);
        g.fillRect(Math.round(whole.x(mark)) - 1, overviewTop(em), 2, overviewHeight(em));
        if (window.contains(mark)) {
            double x = Math.round(window.x(mark));
            g.fillRect(x - 0.5, 1.7 * em, 1, height - 3.2 * em);
            g.fillText("\u2691", x, 1.45 * em);
        }
    }

    private void overview(TimelineView view) {
        double y = overviewTop(em);
        double h = overviewHeight(em);
        label(Words.of("timeline.whole"), y + h / 2);
        TimeScale whole = whole(view);
        g.setFill(palette.colour("line"));
        g.fillRoundRect(whole.left(), y, whole.width(), h, h / 2, h / 2);
        double end = whole.x(view.frontier());
        g.setFill(palette.colour("ghost"));
        g.fillRoundRect(whole.left(), y, Math.max(2, end - whole.left()), h, h / 2, h / 2);
        double from = whole.x(view.from());
        double to = whole.x(view.to());
        g.setFill(palette.colour("acc").deriveColor(0, 1, 1, 0.35));
        g.fillRoundRect(from, y, Math.max(4, to - from), h, h / 2, h / 2);
        double known = whole.x(Math.min(view.to(), view.frontier()));
        g.setFill(palette.colour("acc"));
        g.fillRoundRect(from, y, Math.max(2, known - from), h, h / 2, h / 2);
        g.setFill(palette.colour("fg"));
        g.fillRect(Math.round(whole.x(view.mark())) - 1, y - 2, 2, h + 4);
    }

    private void lane(TimelineView.Lane lane, TimeScale scale, double y, TimelineRows rows) {
        label(lane.name(), y + rows.thickness() / 2);
        g.setFill(palette.colour(TaskColour.of(lane.slot())));
        for (TimelineView.Stretch stretch : lane.stretches()) {
            double from = scale.x(stretch.start());
            double to = scale.x(stretch.end());
            g.fillRect(from, y, Math.max(1, to - from), rows.thickness());
        }
    }

    private void strip(TimelineView view, TimelineView.Strip strip, TimeScale scale, double y, TimelineRows rows) {
        String subject = strip.subject().name();
        label(Words.of("timeline.strip." + subject), y + rows.thickness() / 2);
        new StripPainter(g, palette, em, this::widthOf).paint(strip, scale, y, rows.thickness());
        String legend = "timeline.legend." + subject;
        double end = scale.x(view.frontier());
        if (Words.has(legend) && end + 12 * em < scale.left() + scale.width()) {
            text(Words.of(legend), end + 1.2 * em, y + rows.thickness() / 2, palette.colour("faint"));
        }
    }

    private void events(TimelineView view, TimeScale scale, double y) {
        label(Words.of("timeline.events"), y + 0.5 * em);
        double symbolEnd = -1;
        List<Double> urgentPlaces = view.events().stream()
                .filter(moment -> EventLabels.isUrgent(moment.kind()))
                .map(moment -> scale.x(moment.mark()))
                .toList();
        List<EventLabels.Wish> wishes = new ArrayList<>();
        for (TimelineView.Moment moment : view.events()) {
            double x = scale.x(moment.mark());
            boolean urgent = EventLabels.isUrgent(moment.kind());
            boolean drawn = urgent || x >= symbolEnd && urgentPlaces.stream().noneMatch(it -> Math.abs(it - x) < em);
            if (drawn) {
                Color colour = palette.colour(EventSymbol.colour(moment.kind()));
                g.setFill(moment.mark() > view.mark() ? colour.deriveColor(0, 1, 1, 0.55) : colour);
                g.setTextAlign(TextAlignment.CENTER);
                g.fillText(EventSymbol.of(moment.kind()), x, y + 0.5 * em);
                symbolEnd = x + 0.75 * em;
            }
            if (!moment.text().isEmpty() && drawn) {
                wishes.add(new EventLabels.Wish(moment, x, widthOf(moment.text())));
            }
        }
        double box = y + 2.3 * em >= seen - boxHeight() && y + 1.1 * em <= seen ? 4.5 * em : 0;
        double cursor = scale.x(view.mark());
        for (EventLabels.Label label :
                EventLabels.place(wishes, view.mark(), scale.left() + scale.width(), 0.8 * em, cursor, box)) {
            boolean bad = EventSymbol.colour(label.moment().kind()).equals("bad");
            text(label.moment().text(), label.x(), y + 1.65 * em, palette.colour(bad ? "bad" : "dim"));
        }
        if (view.hiddenEvents() > 0) {
            String more = Words.of("timeline.hidden", NumberText.grouped(view.hiddenEvents()));
            g.setTextAlign(TextAlignment.RIGHT);
            g.setFill(palette.colour("faint"));
            g.fillText(more, width - em, y + 2.8 * em);
        }
    }

    private void frontier(TimelineView view, TimeScale scale, double bottom) {
        if (view.frontier() >= view.to()) {
            return;
        }
        double x = Math.max(scale.x(view.frontier()), scale.left());
        double top = 1.7 * em;
        g.setFill(palette.colour("line"));
        for (double y = top; y < bottom + em; y += 7) {
            g.fillRect(Math.round(x), y, 1, 3);
        }
        if (x + 6 * em < width) {
            text(
                    Words.of(view.ended() ? "timeline.ended" : "timeline.notRun"),
                    x + 0.7 * em,
                    top + 0.9 * em,
                    palette.colour("faint"));
        }
    }

    private double boxHeight() {
        return Math.round(1.35 * em);
    }

    private void cursor(TimelineView view, TimeScale scale) {
        if (!scale.contains(view.mark())) {
            return;
        }
        double x = Math.round(scale.x(view.mark()));
        double boxHeight = boxHeight();
        g.setFill(palette.colour("fg"));
        g.fillRect(x - 0.75, 1.6 * em, 1.5, Math.max(0, seen - boxHeight - 1.6 * em));
        String text = NumberText.grouped(view.mark());
        g.setFont(mono);
        double boxWidth = widthOf(text, mono) + 1.2 * em;
        double boxX = Math.max(scale.left(), Math.min(width - boxWidth, x - boxWidth / 2));
        g.fillRoundRect(boxX, seen - boxHeight, boxWidth, boxHeight, 6, 6);
        g.setFill(palette.colour("bg"));
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(text, boxX + boxWidth / 2, seen - boxHeight / 2);
        g.setFont(small);
    }

    private void label(String text, double y) {
        g.setFont(Font.font("Inter", FontWeight.NORMAL, em * 0.88));
        text(text, 0, y, palette.colour("dim"));
        g.setFont(small);
    }

    private void text(String text, double x, double y, Color colour) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(colour);
        g.fillText(text, x, y);
    }

    private double widthOf(String text) {
        return widthOf(text, small);
    }

    private static double widthOf(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }
}
