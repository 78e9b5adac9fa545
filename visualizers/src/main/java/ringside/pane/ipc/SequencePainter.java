package ringside.pane.ipc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Kind;
import ringside.kernels.view.IpcView.Message;
import ringside.kernels.view.IpcView.State;
import ringside.pane.NumberText;
import ringside.pane.Palette;
import ringside.pane.TaskColour;
import ringside.pane.Words;
import ringside.pane.ipc.SequenceChart.Column;
import ringside.pane.ipc.SequenceChart.Row;

/** Paints the part of a sequence chart that is in sight. */
final class SequencePainter {
    /** How strongly is drawn what comes after the instant on show. */
    private static final double AHEAD = 0.5;

    private final GraphicsContext g;
    private final Palette palette;
    private final ChartGeometry geometry;
    private final ChartInk ink;
    private final IpcPaneModel model;
    private final SequenceChart chart;
    private final double em;

    SequencePainter(GraphicsContext g, Palette palette, ChartGeometry geometry, ChartInk ink, IpcPaneModel model) {
        this.g = g;
        this.palette = palette;
        this.geometry = geometry;
        this.ink = ink;
        this.model = model;
        chart = model.chart();
        em = geometry.em();
    }

    void paint(Map<Long, double[]> lines) {
        g.setGlobalAlpha(1);
        g.clearRect(0, 0, geometry.width(), geometry.height());
        g.setTextBaseline(VPos.CENTER);
        g.save();
        g.beginPath();
        g.rect(0, geometry.head(), geometry.width(), geometry.height() - geometry.head());
        g.clip();
        selection();
        lifelines();
        for (Exchange exchange : model.listed()) {
            bars(exchange, lines.get(exchange.index()));
        }
        for (Row row : chart.rows()) {
            double y = geometry.y(row.line());
            if (y > geometry.head() - 2 * em && y < geometry.height() + 2 * em) {
                g.setGlobalAlpha(row.ahead() ? AHEAD : 1);
                row(row, y);
            }
        }
        g.setGlobalAlpha(1);
        marks();
        now();
        g.restore();
        head();
    }

    private int column(int task) {
        return chart.column(task).orElse(0);
    }

    private double x(int task) {
        return geometry.x(column(task));
    }

    /** A ground for the rows of the selected message. */
    private void selection() {
        model.selected().ifPresent(exchange -> {
            for (Row row : chart.rows()) {
                if (row.exchange() != null && row.exchange().index() == exchange.index()) {
                    boolean chosen = row.point() == model.point();
                    g.setFill(palette.colour("now").deriveColor(0, 1, 1, chosen ? 1 : 0.55));
                    g.fillRect(0, geometry.y(row.top()), geometry.width(), row.height() * em);
                    if (chosen) {
                        g.setFill(palette.colour("acc"));
                        g.fillRect(0, geometry.y(row.top()), 3, row.height() * em);
                    }
                }
            }
        });
    }

    private void lifelines() {
        for (int i = 0; i < chart.columns().size(); i++) {
            IpcView.Lifeline lifeline = chart.columns().get(i).lifeline();
            double x = geometry.x(i);
            boolean hasRows = !chart.rows().isEmpty();
            boolean begins = hasRows && lifeline.from() > chart.rows().get(0).mark();
            double from = begins ? geometry.y(chart.heightAt(lifeline.from())) : geometry.head();
            double to = lifeline.to() == IpcView.NEVER
                    ? geometry.y(chart.height())
                    : geometry.y(chart.heightAt(lifeline.to()));
            g.setFill(palette.colour("ghost"));
            g.fillRect(x - 0.5, from, 1, Math.max(0, to - from));
            if (begins) {
                g.fillRect(x - 0.5 * em, from, em, 2);
            }
        }
    }

    // ---- bars: who waits, who serves ----

    private void bars(Exchange exchange, double[] lines) {
        Message message = exchange.message();
        if (lines == null || message.kind() == Kind.EVENT) {
            return;
        }
        double send = lines[0];
        double receive = lines[1];
        double reply = lines[2];
        double done = lines[3];
        double open = chart.now() >= 0 && !exchange.isAhead() ? chart.now() : chart.height();
        boolean isCall = message.kind() == Kind.CALL;
        boolean isOver = message.state() == State.DONE || message.state() == State.LOST;
        if (receive >= 0 || !isOver) {
            bar(message.server(), send, receive >= 0 ? receive : open, ChartInk.Bar.QUEUED);
        }
        if (isCall && receive >= 0 && (reply >= 0 || message.state() != State.LOST)) {
            bar(message.server(), receive, reply >= 0 ? reply : open, ChartInk.Bar.SERVING);
        }
        if (isCall && (done >= 0 || message.state() != State.ABANDONED && message.state() != State.DONE)) {
            bar(message.client(), send, done >= 0 ? done : open, ChartInk.Bar.BLOCKED);
        }
    }

    /** A bar; what of it comes after the instant on show is faint. */
    private void bar(int task, double from, double to, ChartInk.Bar style) {
        double now = chart.now() < 0 ? chart.height() : chart.now();
        Color colour = palette.colour(TaskColour.of(task));
        part(task, from, Math.min(to, now), colour, style, 1);
        part(task, Math.max(from, now), to, colour, style, AHEAD);
    }

    private void part(int task, double from, double to, Color colour, ChartInk.Bar style, double alpha) {
        double top = Math.max(geometry.y(from), geometry.head() - em);
        double bottom = Math.min(geometry.y(to), geometry.height() + em);
        if (bottom > top) {
            g.setGlobalAlpha(alpha);
            ink.bar(x(task), top, bottom, colour, style);
        }
    }

    // ---- rows ----

    private void row(Row row, double y) {
        switch (row.sort()) {
            case GAP -> gap(row, y);
            case END -> end(row, y);
            case MOMENT -> {
                switch (row.point()) {
                    case SEND -> send(row, y);
                    case REPLY -> reply(row, y);
                    case RECEIVE, DONE -> small(row, y);
                }
            }
        }
    }

    private void gap(Row row, double y) {
        double middle = y - 0.45 * em;
        g.setFill(palette.colour("pane"));
        g.fillRect(geometry.gutter(), middle - 0.5 * em, geometry.width(), em);
        g.setFill(palette.colour("ghost"));
        for (int i = 0; i < chart.columns().size(); i++) {
            for (int dot = -1; dot <= 1; dot++) {
                g.fillOval(geometry.x(i) - 1, middle + dot * 0.3 * em - 1, 2, 2);
            }
        }
        String words = Words.of("ipc.gap", NumberText.grouped(row.mark()));
        ink.text(words, geometry.gutter() + 0.4 * em, middle, ChartInk.Weight.SMALL, palette.colour("faint"));
    }

    private void end(Row row, double y) {
        double x = x(row.task());
        g.setStroke(palette.colour("bad"));
        g.setLineWidth(2);
        g.strokeLine(x - 0.4 * em, y - 0.4 * em, x + 0.4 * em, y + 0.4 * em);
        g.strokeLine(x - 0.4 * em, y + 0.4 * em, x + 0.4 * em, y - 0.4 * em);
        String words = Words.of(
                "ipc.ends", chart.columns().get(column(row.task())).lifeline().name());
        double width = ink.widthOf(words, ChartInk.Weight.BOLD);
        boolean fits = x + 1.3 * em + width < geometry.width();
        label(
                List.of(new Piece(words, ChartInk.Weight.BOLD, "bad")),
                fits ? x + 0.7 * em : x - 0.9 * em - width,
                y - 0.1 * em);
    }

    /** Whether anything between two places across can be seen; a text at its edge would mislead. */
    private boolean isInSight(double from, double to) {
        return Math.max(from, to) > geometry.gutter() && Math.min(from, to) < geometry.width();
    }

    private void send(Row row, double y) {
        Message message = row.exchange().message();
        double from = x(message.client());
        double to = x(message.server());
        if (!isInSight(from, to)) {
            return;
        }
        String colour = message.kind() == Kind.CANCEL ? "bad" : message.kind() == Kind.CALL ? "fg" : "dim";
        ink.arrow(from, to, y, palette.colour(colour), ChartInk.Line.of(message.kind()));
        List<Piece> pieces = new ArrayList<>();
        String operation = message.kind() == Kind.CALL
                ? message.operation()
                : MessageWords.symbol(message.kind()) + " " + message.operation();
        pieces.add(new Piece(operation, ChartInk.Weight.BOLD, colour));
        pieces.add(new Piece(MessageWords.request(message), ChartInk.Weight.SMALL, "dim"));
        if (message.state() != State.DONE && !row.ahead()) {
            pieces.add(
                    new Piece(MessageWords.state(message), ChartInk.Weight.BOLD, MessageWords.colour(message.state())));
        }
        label(pieces, Math.min(from, to) + 0.65 * em, y - 0.72 * em);
    }

    private void reply(Row row, double y) {
        Message message = row.exchange().known();
        double from = x(message.server());
        double to = x(message.client());
        if (!isInSight(from, to)) {
            return;
        }
        boolean isError = MessageWords.isError(message.result());
        ink.arrow(from, to, y, palette.colour(isError ? "bad" : "fg"), ChartInk.Line.ANSWER);
        String tag = message.tag() == 0 ? "" : Words.of("ipc.tag", Long.toString(message.tag()));
        label(
                List.of(
                        new Piece(MessageWords.brief(message.result()), ChartInk.Weight.BOLD, isError ? "bad" : "fg"),
                        new Piece(tag, ChartInk.Weight.SMALL, "dim")),
                Math.min(from, to) + 0.65 * em,
                y - 0.72 * em);
    }

    private void small(Row row, double y) {
        Message message = row.exchange().known();
        double x = x(row.task());
        if (!isInSight(x, x)) {
            return;
        }
        ink.dot(x, y - 0.2 * em, palette.colour("fg"), row.point() == MessagePoint.RECEIVE);
        boolean timed = row.point() == MessagePoint.DONE && message.latency() >= 0;
        String words = timed
                ? Words.of("ipc.point.DONE.after", NumberText.grouped(message.latency()))
                : Words.of(row.point().key() + ".brief");
        double width = ink.widthOf(words, ChartInk.Weight.SMALL);
        boolean fits = x + 1.2 * em + width < geometry.width();
        label(
                List.of(new Piece(words, ChartInk.Weight.SMALL, "dim")),
                fits ? x + 0.65 * em : x - 0.65 * em - width,
                y - 0.2 * em);
    }

    private record Piece(String text, ChartInk.Weight weight, String colour) {}

    /** Text with the pane's ground behind it; moved to the left if it would run out of the canvas. */
    private void label(List<Piece> pieces, double x, double y) {
        double width = 0;
        for (Piece piece : pieces) {
            width += piece.text.isEmpty() ? 0 : ink.widthOf(piece.text, piece.weight) + 0.55 * em;
        }
        double start = Math.max(geometry.gutter() + 2, Math.min(x, geometry.width() - width));
        double alpha = g.getGlobalAlpha();
        g.setGlobalAlpha(0.88);
        g.setFill(palette.colour("pane"));
        g.fillRoundRect(start - 0.2 * em, y - 0.55 * em, width, 1.08 * em, 0.4 * em, 0.4 * em);
        g.setGlobalAlpha(alpha);
        for (Piece piece : pieces) {
            if (!piece.text.isEmpty()) {
                ink.text(piece.text, start, y, piece.weight, palette.colour(piece.colour));
                start += ink.widthOf(piece.text, piece.weight) + 0.55 * em;
            }
        }
    }

    // ---- what stands beside and above ----

    private void marks() {
        g.setFill(palette.colour("pane"));
        g.fillRect(3, geometry.head(), geometry.gutter() - 5, geometry.height());
        for (Row row : chart.rows()) {
            double y = geometry.y(row.line());
            if (row.sort() == SequenceChart.Sort.GAP || y < geometry.head() - em || y > geometry.height() + em) {
                continue;
            }
            boolean chosen = row.exchange() != null
                    && model.selected().isPresent()
                    && row.exchange().index() == model.selected().get().index()
                    && row.point() == model.point();
            g.setGlobalAlpha(row.ahead() ? AHEAD : 1);
            g.setTextAlign(TextAlignment.RIGHT);
            ink.aligned(
                    NumberText.grouped(row.mark()),
                    geometry.gutter() - 0.9 * em,
                    y - 0.15 * em,
                    ChartInk.Weight.MONO,
                    palette.colour(chosen ? "fg" : "dim"));
        }
        g.setGlobalAlpha(1);
        g.setFill(palette.colour("line"));
        g.fillRect(geometry.gutter() - 1, geometry.head(), 1, geometry.height());
    }

    private void now() {
        if (chart.now() < 0) {
            return;
        }
        double y = geometry.y(chart.now());
        g.setFill(palette.colour("acc"));
        g.fillRect(0, y - 1, geometry.width(), 2);
        String mark = NumberText.grouped(model.mark());
        double width = ink.widthOf(mark, ChartInk.Weight.MONO) + 0.9 * em;
        g.fillRoundRect(geometry.gutter() - width - 2, y - 0.62 * em, width, 1.24 * em, 0.5 * em, 0.5 * em);
        g.setTextAlign(TextAlignment.RIGHT);
        ink.aligned(mark, geometry.gutter() - 0.45 * em - 2, y, ChartInk.Weight.MONO, palette.colour("on-acc"));
    }

    private void head() {
        g.setFill(palette.colour("head"));
        g.fillRect(0, 0, geometry.width(), geometry.head());
        g.setFill(palette.colour("line"));
        g.fillRect(0, geometry.head() - 1, geometry.width(), 1);
        for (int i = 0; i < chart.columns().size(); i++) {
            name(chart.columns().get(i), geometry.x(i));
        }
        g.setFill(palette.colour("head"));
        g.fillRect(0, 0, geometry.gutter() - 1, geometry.head() - 1);
        ink.text(Words.of("ipc.mark"), 0.9 * em, 1.4 * em, ChartInk.Weight.SMALL, palette.colour("faint"));
    }

    private void name(Column column, double x) {
        boolean ended = column.isEnded(model.mark());
        double width = geometry.columnWidth() - 0.7 * em;
        g.setFill(palette.colour(TaskColour.of(column.task())));
        g.fillRoundRect(x - width / 2, 0.3 * em, width, 0.28 * em, 0.2 * em, 0.2 * em);
        String name = ink.fit(column.lifeline().name(), ChartInk.Weight.BOLD, width);
        g.setTextAlign(TextAlignment.CENTER);
        ink.aligned(name, x, 1.2 * em, ChartInk.Weight.BOLD, palette.colour(ended ? "faint" : "fg"));
        String role = ended ? Words.of("ipc.ended") : column.lifeline().role();
        g.setTextAlign(TextAlignment.CENTER);
        ink.aligned(
                ink.fit(role, ChartInk.Weight.SMALL, width),
                x,
                2.15 * em,
                ChartInk.Weight.SMALL,
                palette.colour(ended ? "bad" : "dim"));
    }
}
