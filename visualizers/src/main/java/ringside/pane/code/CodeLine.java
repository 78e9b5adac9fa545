package ringside.pane.code;

import java.util.List;

/**
 * One row of code.
 *
 * @param key what the row stands for: a line number or an address
 * @param number the text in the gutter, such as a line number; may be empty
 * @param mark whether the row is about to be executed or has just been
 * @param breakable whether a breakpoint can be set here
 * @param breakpoint whether one is set
 * @param spans the text
 * @param hint what hovering says; may be empty
 */
public record CodeLine(
        long key, String number, Mark mark, boolean breakable, boolean breakpoint, List<Span> spans, String hint) {

    /** A row's part in the run. */
    public enum Mark {
        NONE,
        NEXT,
        LAST
    }

    /** Copies the list. */
    public CodeLine {
        spans = List.copyOf(spans);
    }

    /** A row of text that nothing can happen to. */
    public static CodeLine text(long key, String number, List<Span> spans) {
        return new CodeLine(key, number, Mark.NONE, false, false, spans, "");
    }

    /** The same row with another hint. */
    public CodeLine withHint(String newHint) {
        return new CodeLine(key, number, mark, breakable, breakpoint, spans, newHint);
    }

    /** The row as plain text. */
    public String plainText() {
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            text.append(span.text());
        }
        return text.toString();
    }
}
