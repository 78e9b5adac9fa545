package ringside.pane.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The rows of the console pane. */
public final class ConsolePaneModel {
    private ConsolePaneModel() {}

    /**
     * Makes the rows.
     *
     * @param before what stood there at the instant before; text beyond it is marked as new
     */
    public static List<CodeLine> lines(ConsolePage now, Optional<ConsolePage> before) {
        int old = before.filter(view -> view.port().equals(now.port())
                        && view.leftOut() == now.leftOut()
                        && now.text().startsWith(view.text()))
                .map(view -> view.text().length())
                .orElse(now.text().length());
        List<CodeLine> lines = new ArrayList<>();
        if (now.leftOut() > 0) {
            lines.add(CodeLine.text(
                    -1, "", List.of(new Span(Words.of("console.leftOut", Long.toString(now.leftOut())), Style.FAINT))));
        }
        int start = 0;
        String text = now.text();
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end;
            lines.add(CodeLine.text(lines.size(), "", spans(text, start, stop, old)));
            start = stop + 1;
        }
        return lines;
    }

    private static List<Span> spans(String text, int from, int to, int old) {
        List<Span> spans = new ArrayList<>();
        int middle = Math.max(from, Math.min(to, old));
        if (middle > from) {
            spans.add(Span.plain(printable(text.substring(from, middle))));
        }
        if (to > middle) {
            spans.add(new Span(printable(text.substring(middle, to)), Style.CHANGED));
        }
        return spans;
    }

    private static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                clean.append("    ");
            } else if (c >= ' ' && c != 0x7F) {
                clean.append(c);
            } else if (c != '\r') {
                clean.append('\u00b7');
            }
        }
        return clean.toString();
    }
}
