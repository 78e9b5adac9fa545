package ringside.pane.timeline;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import ringside.pane.Palette;
import ringside.pane.TaskColour;
import ringside.pane.timeline.TimelineView.Part;
import ringside.pane.timeline.TimelineView.Strip;
import ringside.pane.timeline.TimelineView.Subject;

/**
 * Paints a strip: modes and address spaces as blocks, privilege as steps.
 *
 * <p>Blocks are told apart by their names, where there is room, and by patterns as well as by colours. In steps, up is
 * less privileged.
 */
final class StripPainter {
    private static final List<String> COLOURS = List.of("number", "macro", "string", "type", "keyword");
    private static final double SPACING = 5;

    private final GraphicsContext g;
    private final Palette palette;
    private final double em;
    private final ToDoubleFunction<String> widthOf;

    StripPainter(GraphicsContext g, Palette palette, double em, ToDoubleFunction<String> widthOf) {
        this.g = g;
        this.palette = palette;
        this.em = em;
        this.widthOf = widthOf;
    }

    void paint(Strip strip, TimeScale scale, double y, double thickness) {
        boolean steps = strip.subject() == Subject.RING || strip.subject() == Subject.PRIVILEGE;
        double lastEnd = -1;
        double lastLevel = -1;
        for (Part part : strip.parts()) {
            double from = scale.x(part.start());
            double width = Math.max(1, scale.x(part.end()) - from);
            if (!steps) {
                block(part, from, y, width, thickness);
                continue;
            }
            double level = level(strip.subject(), part, y, thickness);
            if (part.isMixed()) {
                pattern(palette.colour("ok"), 0, from, y, width, thickness);
            } else {
                step(part, from, level, width, y + thickness);
                boolean joins = lastLevel >= 0 && lastLevel != level && Math.abs(lastEnd - from) < 1.5;
                if (joins) {
                    g.fillRect(from - 0.75, Math.min(lastLevel, level), 1.5, Math.abs(level - lastLevel) + 1.5);
                }
            }
            lastEnd = from + width;
            lastLevel = part.isMixed() ? -1 : level;
        }
    }

    private static double level(Subject subject, Part part, double y, double thickness) {
        int highest = subject == Subject.RING ? 3 : 1;
        return Math.round(y + (thickness - 2) * (highest - part.level()) / highest) + 0.5;
    }

    private void step(Part part, double from, double level, double width, double bottom) {
        Color colour = palette.colour("ok");
        g.setFill(colour.deriveColor(0, 1, 1, 0.22));
        g.fillRect(from, level, width, bottom - level);
        g.setFill(colour);
        g.fillRect(from, level, width, 1.5);
        if (part.level() > 0) {
            name(part, from, (level + bottom) / 2, width);
            g.setFill(colour);
        }
    }

    private void block(Part part, double from, double y, double width, double thickness) {
        if (part.isMixed()) {
            pattern(palette.colour("dim"), 1, from, y, width, thickness);
            return;
        }
        String name =
                part.task() == Part.NO_TASK ? COLOURS.get(part.level() % COLOURS.size()) : TaskColour.of(part.task());
        pattern(palette.colour(name), part.level(), from, y, width, thickness);
        name(part, from, y + thickness / 2, width);
    }

    private void name(Part part, double from, double middle, double width) {
        double text = widthOf.applyAsDouble(part.name());
        if (text + 1.2 * em > width) {
            return;
        }
        g.setFill(palette.colour("pane"));
        g.fillRoundRect(from + 0.3 * em, middle - 0.5 * em, text + 0.6 * em, em, 4, 4);
        g.setFill(palette.colour("fg"));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(part.name(), from + 0.6 * em, middle);
    }

    /** Fills a block with one of five patterns: diagonal, crossed, lying, standing, none. */
    private void pattern(Color colour, int number, double x, double y, double width, double height) {
        int pattern = number % 5;
        g.setFill(pattern == 4 ? colour.deriveColor(0, 1, 1, 0.5) : colour.deriveColor(0, 1, 1, 0.28));
        g.fillRect(x, y, width, height);
        g.setFill(colour);
        g.fillRect(x, y, 1, height);
        g.fillRect(x, y + height - 1.5, width, 1.5);
        if (width < 3) {
            return;
        }
        g.save();
        g.beginPath();
        g.rect(x, y, width, height);
        g.clip();
        g.setStroke(colour);
        g.setLineWidth(1);
        if (pattern == 0 || pattern == 1) {
            diagonals(x, y, width, height, 1);
        }
        if (pattern == 1) {
            diagonals(x, y, width, height, -1);
        }
        for (double at = y + SPACING / 2; pattern == 2 && at < y + height; at += SPACING) {
            g.strokeLine(x, at, x + width, at);
        }
        for (double at = x + SPACING; pattern == 3 && at < x + width; at += SPACING) {
            g.strokeLine(at, y, at, y + height);
        }
        g.restore();
    }

    private void diagonals(double x, double y, double width, double height, int slope) {
        double first = Math.floor((x - height) / SPACING) * SPACING;
        for (double at = first; at < x + width + height; at += SPACING) {
            g.strokeLine(at, slope > 0 ? y + height : y, at + height, slope > 0 ? y : y + height);
        }
    }
}
