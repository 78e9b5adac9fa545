package ringside.pane.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ringside.cpu.view.MemoryView;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The rows of the memory pane. */
public final class MemoryPaneModel {
    /** Bytes in a row where there is room for so many. */
    public static final int WIDE_ROW = 16;
    /** Bytes in a row where there is less room. */
    public static final int NARROW_ROW = 8;

    /** How bytes are grouped. */
    public enum Grouping {
        /** Single bytes in address order. */
        BYTES(1),
        /** Words of four bytes, as a little-endian processor reads them. */
        WORDS(4);

        private final int size;

        Grouping(int size) {
            this.size = size;
        }
    }

    private MemoryPaneModel() {}

    /**
     * Makes the rows.
     *
     * @param now the bytes
     * @param before the same bytes at the instant before, if they are known
     * @param row how many bytes stand in a row
     * @param selected the address in focus, or -1
     */
    public static List<CodeLine> lines(
            MemoryView now, Optional<MemoryView> before, Grouping grouping, int row, long selected) {
        Optional<MemoryView> comparable =
                before.filter(view -> view.address() == now.address() && view.length() == now.length());
        List<CodeLine> lines = new ArrayList<>();
        for (int at = 0; at < now.length(); at += row) {
            lines.add(line(now, comparable, grouping, row, selected, at));
        }
        return lines;
    }

    private static CodeLine line(
            MemoryView now, Optional<MemoryView> before, Grouping grouping, int row, long selected, int start) {
        List<Span> spans = new ArrayList<>();
        List<Span> text = new ArrayList<>();
        StringBuilder hint = new StringBuilder();
        spans.add(new Span(NumberText.address(now.address() + start) + "  ", Style.FAINT));
        int end = Math.min(start + row, now.length());
        for (int at = start; at < end; at += grouping.size) {
            boolean changed = false;
            for (int i = at; i < Math.min(end, at + grouping.size); i++) {
                boolean byteChanged = before.isPresent() && before.get().at(i) != now.at(i);
                changed |= byteChanged;
                if (byteChanged) {
                    hint.append(hint.length() == 0 ? "" : "\n")
                            .append(NumberText.address(now.address() + i))
                            .append("  ")
                            .append(Words.of("changed.hint", hex(before.get().at(i)), hex(now.at(i))));
                }
                text.add(new Span(character(now, i), byteChanged ? Style.CHANGED : Style.DIM));
            }
            boolean isSelected = selected >= now.address() + at && selected < now.address() + at + grouping.size;
            Style style = changed ? Style.CHANGED : isSelected ? Style.SELECTED : style(now, at);
            spans.add(new Span(group(now, at, grouping.size), style));
            boolean half = row == WIDE_ROW && (at + grouping.size - start) == row / 2;
            spans.add(Span.plain(half ? "  " : " "));
        }
        spans.add(Span.plain(" "));
        spans.addAll(merged(text));
        return CodeLine.text(now.address() + start, "", spans).withHint(hint.toString());
    }

    private static Style style(MemoryView view, int at) {
        if (!view.isReadable(at)) {
            return Style.FAINT;
        }
        return view.at(at) == 0 ? Style.FAINT : Style.PLAIN;
    }

    private static String group(MemoryView view, int at, int size) {
        StringBuilder text = new StringBuilder();
        for (int i = at + size - 1; i >= at; i--) {
            text.append(i < view.length() && view.isReadable(i) ? hex(view.at(i)) : "··");
        }
        return text.toString();
    }

    private static String hex(int value) {
        return String.format(Locale.ROOT, "%02x", value);
    }

    private static String character(MemoryView view, int at) {
        int value = view.at(at);
        if (!view.isReadable(at)) {
            return " ";
        }
        return value >= 0x20 && value < 0x7F ? String.valueOf((char) value) : "\u00b7";
    }

    private static List<Span> merged(List<Span> spans) {
        List<Span> result = new ArrayList<>();
        for (Span span : spans) {
            int last = result.size() - 1;
            if (last >= 0 && result.get(last).style() == span.style()) {
                result.set(last, new Span(result.get(last).text() + span.text(), span.style()));
            } else {
                result.add(span);
            }
        }
        return result;
    }
}
