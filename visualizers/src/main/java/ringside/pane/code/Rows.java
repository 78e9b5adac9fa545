package ringside.pane.code;

import java.util.ArrayList;
import java.util.List;
import ringside.pane.code.Span.Style;

/** Rows of columns that line up, under titles. */
public final class Rows {
    private final List<CodeLine> lines = new ArrayList<>();
    private int[] widths = {};

    /** A title, with a gap above it. */
    public Rows title(String text) {
        if (!lines.isEmpty()) {
            text("", Style.PLAIN);
        }
        return text(text, Style.STRONG);
    }

    /** A row of one text. */
    public Rows text(String text, Style style) {
        lines.add(CodeLine.text(-1, "", List.of(new Span(text, style))));
        return this;
    }

    /** The widths of the columns in characters from here on; the last column is as wide as it is. */
    public Rows columns(int... newWidths) {
        widths = newWidths.clone();
        return this;
    }

    /** The names of the columns. */
    public Rows head(String... names) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            spans.add(new Span(pad(names[i], i), Style.DIM));
        }
        lines.add(CodeLine.text(-1, "", spans));
        return this;
    }

    /** A row of cells. */
    public Rows row(long key, String hint, Span... cells) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            spans.add(new Span(pad(cells[i].text(), i), cells[i].style()));
        }
        lines.add(CodeLine.text(key, "", spans).withHint(hint));
        return this;
    }

    private String pad(String text, int column) {
        return column < widths.length ? text + " ".repeat(Math.max(1, widths[column] - text.length())) : text;
    }

    /** The rows. */
    public List<CodeLine> lines() {
        return List.copyOf(lines);
    }
}
