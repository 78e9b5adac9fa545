package ringside.pane.ipc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Lifeline;
import ringside.kernels.view.IpcView.Message;

/**
 * Where everything of the chart stands, in units of the font size.
 *
 * <p>Time runs downwards, a row for each moment in the order of time: rows are as far apart as they need for their text,
 * and not in proportion to time, since one wait may be a thousand times as long as the next. A long time without messages
 * has a row of its own that says how long it was.
 *
 * @param columns the kernel, and those tasks that take part
 * @param rows in the order of time
 * @param now the height of the instant on show
 * @param height the height of all rows
 */
public record SequenceChart(List<Column> columns, List<Row> rows, double now, double height) {
    static final double TALL = 1.8;
    static final double LOW = 1.0;
    private static final double TOP = 0.5;
    private static final double NOW = 1.5;

    /** So many instructions without a message are shown as a gap. */
    static final long LONG_TIME = 20_000;

    /** A lifeline. */
    public record Column(Lifeline lifeline) {
        int task() {
            return lifeline.task();
        }

        boolean isEnded(long mark) {
            return lifeline.to() != IpcView.NEVER && lifeline.to() <= mark;
        }
    }

    /** What a row is. */
    enum Sort {
        /** A moment of a message. */
        MOMENT,
        /** The end of a task. */
        END,
        /** A long time without messages. */
        GAP
    }

    /**
     * A row.
     *
     * @param mark when it is; for a gap, how long it is
     * @param exchange the message, or null
     * @param point its moment, or null
     * @param task the task that ends, or of whose column the moment is
     * @param ahead whether it comes after the instant on show
     * @param top its upper edge
     * @param height its height
     */
    record Row(
            Sort sort,
            long mark,
            Exchange exchange,
            MessagePoint point,
            int task,
            boolean ahead,
            double top,
            double height) {
        /** Where its line is. */
        double line() {
            return top + height - 0.3;
        }

        private Row at(double newTop) {
            return new Row(sort, mark, exchange, point, task, ahead, newTop, height);
        }
    }

    /** Copies the lists. */
    public SequenceChart {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Makes the chart.
     *
     * @param exchanges those messages that are listed
     * @param lifelines all lifelines that are known
     * @param mark the instant on show
     * @param whole whether the messages go on to the instant on show, so that its line belongs into the chart
     */
    static SequenceChart of(List<Exchange> exchanges, List<Lifeline> lifelines, long mark, boolean whole) {
        List<Column> columns = columns(exchanges, lifelines);
        List<Row> rows = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            for (MessagePoint point : MessagePoint.of(exchange.known())) {
                boolean ahead = !exchange.has(point);
                double height = point == MessagePoint.SEND || point == MessagePoint.REPLY ? TALL : LOW;
                int task = point == MessagePoint.SEND || point == MessagePoint.DONE
                        ? exchange.known().client()
                        : exchange.known().server();
                rows.add(new Row(Sort.MOMENT, point.mark(exchange.known()), exchange, point, task, ahead, 0, height));
            }
        }
        long first = rows.stream().mapToLong(Row::mark).min().orElse(Long.MAX_VALUE);
        for (Column column : columns) {
            if (column.lifeline().to() >= first) {
                boolean ahead = column.lifeline().to() > mark;
                rows.add(new Row(Sort.END, column.lifeline().to(), null, null, column.task(), ahead, 0, TALL));
            }
        }
        rows.sort(Comparator.comparing(Row::ahead).thenComparingLong(Row::mark));
        return place(columns, rows, mark, whole);
    }

    private static SequenceChart place(List<Column> columns, List<Row> rows, long mark, boolean whole) {
        List<Row> placed = new ArrayList<>();
        double y = TOP;
        double now = -1;
        long last = -1;
        for (Row row : rows) {
            if (row.ahead && now < 0 && whole) {
                now = y + NOW / 2;
                y += NOW;
                last = Math.max(last, mark);
            }
            if (last >= 0 && row.mark - last >= LONG_TIME) {
                placed.add(new Row(Sort.GAP, row.mark - last, null, null, 0, row.ahead, y, TALL));
                y += TALL;
            }
            placed.add(row.at(y));
            y += row.height;
            last = row.mark;
        }
        if (now < 0 && whole) {
            if (last >= 0 && mark - last >= LONG_TIME) {
                placed.add(new Row(Sort.GAP, mark - last, null, null, 0, false, y, TALL));
                y += TALL;
            }
            now = y + NOW / 2;
            y += NOW;
        }
        return new SequenceChart(columns, placed, now, y + TOP);
    }

    private static List<Column> columns(List<Exchange> exchanges, List<Lifeline> lifelines) {
        Map<Integer, Lifeline> parts = new LinkedHashMap<>();
        for (Exchange exchange : exchanges) {
            Message message = exchange.known();
            parts.putIfAbsent(message.client(), nameless(message.client(), message.clientName(), message.sent()));
            parts.putIfAbsent(message.server(), nameless(message.server(), message.serverName(), message.sent()));
        }
        List<Column> columns = new ArrayList<>();
        for (Lifeline lifeline : lifelines) {
            boolean takesPart = parts.remove(lifeline.task()) != null;
            if (takesPart || lifeline.task() == FrameOwner.NO_TASK) {
                columns.add(new Column(lifeline));
            }
        }
        parts.values().forEach(lifeline -> columns.add(new Column(lifeline)));
        return columns;
    }

    private static Lifeline nameless(int task, String name, long from) {
        return new Lifeline(task, name, "", from, IpcView.NEVER);
    }

    /** The place of a task's column. */
    OptionalInt column(int task) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).task() == task) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The heights of the moments of each message by its index, in the order of {@link MessagePoint}; -1 where there is none. */
    Map<Long, double[]> lines() {
        Map<Long, double[]> lines = new HashMap<>();
        for (Row row : rows) {
            if (row.sort == Sort.MOMENT) {
                lines.computeIfAbsent(row.exchange.index(), index -> new double[] {-1, -1, -1, -1})[
                                row.point.ordinal()] =
                        row.line();
            }
        }
        return lines;
    }

    /** The height at which an instant stands: that of the first row which is not before it. */
    double heightAt(long mark) {
        for (Row row : rows) {
            if (row.sort != Sort.GAP && row.mark >= mark) {
                return row.line();
            }
        }
        return height;
    }

    /** The place of the row at a height, or -1. */
    int rowAt(double y) {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (y >= row.top && y < row.top + row.height) {
                return i;
            }
        }
        return -1;
    }
}
