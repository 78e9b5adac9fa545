package ringside.pane.events;

import java.util.ArrayList;
import java.util.List;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The rows of the event log. */
public final class EventsPaneModel {
    private static final int MARK_WIDTH = 12;
    private static final int KIND_WIDTH = 18;
    private static final int TASK_WIDTH = 10;

    private EventsPaneModel() {}

    /** Makes the rows; events of the known future are faint. */
    public static List<CodeLine> lines(EventsView view) {
        List<CodeLine> lines = new ArrayList<>();
        for (int i = 0; i < view.rows().size(); i++) {
            EventsView.Row row = view.rows().get(i);
            boolean future = i >= view.past();
            boolean last = i == view.past() - 1;
            Style plain = future ? Style.FAINT : Style.PLAIN;
            Style kind = EventSymbol.colour(row.kind()).equals("bad") ? Style.BAD : last ? Style.STRONG : plain;
            List<Span> spans = List.of(
                    new Span(left(NumberText.grouped(row.mark()), MARK_WIDTH) + "  ", Style.FAINT),
                    new Span(EventSymbol.of(row.kind()) + " ", kind),
                    new Span(right(row.kind(), KIND_WIDTH), kind),
                    new Span(right(row.task(), TASK_WIDTH), future ? Style.FAINT : Style.DIM),
                    new Span(row.text(), plain));
            String hint = Words.of(future ? "events.hint.future" : "events.hint.past", NumberText.grouped(row.mark()));
            lines.add(new CodeLine(
                    row.mark(), "", last ? CodeLine.Mark.LAST : CodeLine.Mark.NONE, false, false, spans, hint));
        }
        return lines;
    }

    private static String left(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String right(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
