package ringside.pane.ipc;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import ringside.kernels.view.IpcView.Kind;

/**
 * Arrows, bars and texts of the chart.
 *
 * <p>Sorts of messages differ in their line and in its head, so that they can be told apart without colour: a request is
 * solid with a full head, its answer dashed with an open one, a one-way message solid with an open head and a bar at its
 * tail, a cancellation dash-dotted with a cross, an event dotted with a diamond.
 */
final class ChartInk {
    /** Sorts of lines. */
    enum Line {
        REQUEST,
        ANSWER,
        ONE_WAY,
        CANCEL,
        EVENT;

        static Line of(Kind kind) {
            return switch (kind) {
                case CALL -> REQUEST;
                case ONE_WAY -> ONE_WAY;
                case CANCEL -> CANCEL;
                case EVENT -> EVENT;
            };
        }
    }

    /** Sorts of bars on a lifeline: hollow while the client is blocked, dots while a request lies in a queue, full. */
    enum Bar {
        BLOCKED,
        QUEUED,
        SERVING
    }

    /** Sorts of text. */
    enum Weight {
        BOLD,
        SMALL,
        MONO
    }

    private record Measured(String text, Weight weight) {}

    private final GraphicsContext g;
    private final Color ground;
    private final double em;
    private final Map<Weight, Font> fonts = new HashMap<>();
    private final Map<Measured, Double> widths = new HashMap<>();

    ChartInk(GraphicsContext g, Color ground, double em) {
        this.g = g;
        this.ground = ground;
        this.em = em;
        fonts.put(Weight.BOLD, Font.font("Inter", FontWeight.BOLD, em * 0.92));
        fonts.put(Weight.SMALL, Font.font("Inter", FontWeight.NORMAL, em * 0.86));
        fonts.put(Weight.MONO, Font.font("JetBrains Mono", FontWeight.NORMAL, em * 0.84));
    }

    // ---- text ----

    double widthOf(String text, Weight weight) {
        return widths.computeIfAbsent(new Measured(text, weight), key -> {
            Text measured = new Text(key.text);
            measured.setFont(fonts.get(key.weight));
            return measured.getLayoutBounds().getWidth();
        });
    }

    /** The text, or as much of it as fits with three dots. */
    String fit(String text, Weight weight, double width) {
        String fitting = text;
        while (fitting.length() > 1 && widthOf(fitting.equals(text) ? text : fitting + "\u2026", weight) > width) {
            fitting = fitting.substring(0, fitting.length() - 1);
        }
        return fitting.equals(text) ? text : fitting + "\u2026";
    }

    void text(String text, double x, double y, Weight weight, Color colour) {
        g.setTextAlign(TextAlignment.LEFT);
        aligned(text, x, y, weight, colour);
    }

    /** Text with the alignment that is set. */
    void aligned(String text, double x, double y, Weight weight, Color colour) {
        g.setFont(fonts.get(weight));
        g.setFill(colour);
        g.fillText(text, x, y);
    }

    // ---- bars ----

    void bar(double x, double top, double bottom, Color colour, Bar style) {
        double half = Math.round(0.27 * em);
        double height = bottom - top;
        switch (style) {
            case SERVING -> {
                g.setFill(colour);
                g.fillRect(x - half, top, 2 * half, height);
            }
            case BLOCKED -> {
                g.setFill(ground);
                g.fillRect(x - half, top, 2 * half, height);
                g.setStroke(colour);
                g.setLineWidth(1.5);
                g.strokeRect(x - half + 0.75, top + 0.75, 2 * half - 1.5, Math.max(0, height - 1.5));
                for (double y = top + 0.5 * em; y < bottom - 2; y += 0.5 * em) {
                    g.strokeLine(x - half + 1, y, x + half - 1, y - 0.3 * em);
                }
            }
            case QUEUED -> {
                g.setFill(colour);
                for (double y = top + 3; y < bottom; y += 0.45 * em) {
                    g.fillOval(x - 2, y - 2, 4, 4);
                }
            }
        }
    }

    void dot(double x, double y, Color colour, boolean full) {
        double radius = 0.26 * em;
        g.setFill(full ? colour : ground);
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setStroke(colour);
        g.setLineWidth(1.5);
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    // ---- arrows ----

    /** A level arrow; to the same lifeline, a short one that turns back. */
    void arrow(double from, double to, double y, Color colour, Line line) {
        double half = Math.round(0.27 * em);
        if (from == to) {
            turn(from + half, y, colour);
            return;
        }
        double way = Math.signum(to - from);
        double start = from + way * half;
        double end = to - way * half;
        g.setStroke(colour);
        g.setFill(colour);
        g.setLineWidth(line == Line.ANSWER ? 1.5 : 1.8);
        g.setLineDashes(dashes(line));
        g.strokeLine(start, y, end - way * 2, y);
        g.setLineDashes(null);
        double size = 0.55 * em;
        switch (line) {
            case REQUEST ->
                g.fillPolygon(
                        new double[] {end, end - way * size, end - way * size},
                        new double[] {y, y - 0.34 * em, y + 0.34 * em},
                        3);
            case ANSWER, ONE_WAY -> {
                g.strokeLine(end, y, end - way * size, y - 0.34 * em);
                g.strokeLine(end, y, end - way * size, y + 0.34 * em);
                if (line == Line.ONE_WAY) {
                    g.fillRect(start - 1, y - 0.35 * em, 2.5, 0.7 * em);
                }
            }
            case CANCEL -> {
                double middle = end - way * 0.35 * em;
                double reach = 0.32 * em;
                g.strokeLine(middle - reach, y - reach, middle + reach, y + reach);
                g.strokeLine(middle - reach, y + reach, middle + reach, y - reach);
            }
            case EVENT -> {
                double middle = end - way * 0.4 * em;
                double reach = 0.38 * em;
                g.fillPolygon(
                        new double[] {middle - reach, middle, middle + reach, middle},
                        new double[] {y, y - reach, y, y + reach},
                        4);
            }
        }
    }

    private double[] dashes(Line line) {
        return switch (line) {
            case REQUEST, ONE_WAY -> null;
            case ANSWER -> new double[] {0.5 * em, 0.3 * em};
            case CANCEL -> new double[] {0.6 * em, 0.25 * em, 0.15 * em, 0.25 * em};
            case EVENT -> new double[] {0.15 * em, 0.25 * em};
        };
    }

    private void turn(double x, double y, Color colour) {
        g.setStroke(colour);
        g.setFill(colour);
        g.setLineWidth(1.8);
        double out = 1.3 * em;
        g.strokeLine(x, y - 0.5 * em, x + out, y - 0.5 * em);
        g.strokeLine(x + out, y - 0.5 * em, x + out, y);
        g.strokeLine(x + out, y, x + 2, y);
        g.fillPolygon(new double[] {x, x + 0.5 * em, x + 0.5 * em}, new double[] {y, y - 0.3 * em, y + 0.3 * em}, 3);
    }
}
