package ringside.pane.systemcalls;

import java.util.ArrayList;
import java.util.List;
import ringside.kernels.view.SystemCallsView;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The rows of the system-calls pane. */
public final class SystemCallsPaneModel {
    private static final int MARK_WIDTH = 12;
    private static final int TASK_WIDTH = 10;

    private SystemCallsPaneModel() {}

    /** Makes the rows, the latest last. */
    public static List<CodeLine> lines(SystemCallsView view) {
        List<CodeLine> lines = new ArrayList<>();
        if (view.leftOut() > 0) {
            lines.add(CodeLine.text(
                    0,
                    "",
                    List.of(new Span(
                            Words.of("system-calls.leftOut", NumberText.grouped(view.leftOut())), Style.FAINT))));
        }
        for (int i = 0; i < view.calls().size(); i++) {
            SystemCallsView.Call call = view.calls().get(i);
            boolean last = i == view.calls().size() - 1;
            boolean open = call.returnMark() < 0;
            List<Span> spans = new ArrayList<>();
            spans.add(new Span(padLeft(NumberText.grouped(call.mark()), MARK_WIDTH) + "  ", Style.FAINT));
            spans.add(new Span(padRight(call.task(), TASK_WIDTH), Style.DIM));
            spans.add(new Span(call.name(), Style.STRONG));
            spans.add(Span.plain("(" + call.arguments() + ")"));
            String result = open ? Words.of("system-calls.open") : "\u2192 " + call.result();
            spans.add(new Span("  " + result, open ? Style.CHANGED : Style.COMMENT));
            String hint = open
                    ? Words.of("system-calls.hint.open")
                    : Words.of("system-calls.hint", NumberText.grouped(call.returnMark() - call.mark()));
            lines.add(new CodeLine(
                    call.mark(), "", last ? CodeLine.Mark.LAST : CodeLine.Mark.NONE, false, false, spans, hint));
        }
        return lines;
    }

    private static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String padRight(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
