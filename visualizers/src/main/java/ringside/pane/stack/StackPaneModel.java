package ringside.pane.stack;

import java.util.ArrayList;
import java.util.List;
import ringside.kernels.view.StackView;
import ringside.pane.NumberText;
import ringside.pane.SymbolText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The rows of the stack pane. */
public final class StackPaneModel {
    private static final int FUNCTION_WIDTH = 34;

    private StackPaneModel() {}

    /** Makes the rows: a call each, and why no more are known. */
    public static List<CodeLine> lines(StackView view) {
        List<CodeLine> lines = new ArrayList<>();
        for (int i = 0; i < view.frames().size(); i++) {
            StackView.Frame frame = view.frames().get(i);
            String function = SymbolText.brief(frame.function());
            List<Span> spans = new ArrayList<>();
            spans.add(new Span(NumberText.address(frame.address()) + "  ", Style.FAINT));
            spans.add(new Span(pad(function), i == 0 ? Style.STRONG : Style.PLAIN));
            if (!frame.file().isEmpty()) {
                spans.add(new Span(frame.file() + ":" + frame.line(), Style.DIM));
            }
            if (frame.interrupted()) {
                spans.add(new Span("  " + Words.of("stack.interrupted"), Style.CHANGED));
            }
            CodeLine.Mark mark = i == 0 ? CodeLine.Mark.NEXT : CodeLine.Mark.NONE;
            lines.add(new CodeLine(frame.address(), "", mark, false, false, spans, frame.function()));
        }
        if (!view.end().isEmpty()) {
            lines.add(CodeLine.text(-1, "", List.of(new Span(view.end(), Style.FAINT))));
        }
        return lines;
    }

    private static String pad(String text) {
        return text + " ".repeat(Math.max(2, FUNCTION_WIDTH - text.length()));
    }
}
