package ringside.pane.paging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ringside.cpu.x86.paging.PageTablesView;
import ringside.cpu.x86.paging.PageTablesView.Range;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.FrameOwners;
import ringside.kernels.view.FrameOwners.Area;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** What is mapped as rows: a row a range with its owners, and below all of them the pieces of those with several. */
final class MappedLines {
    private final PageTablesView now;
    private final FrameOwners frames;
    private final int linearWidth;
    private final int physicalWidth;

    MappedLines(PageTablesView now, FrameOwners frames) {
        this.now = now;
        this.frames = frames;
        int linear = Words.of("page-tables.linear").length();
        int physical = Words.of("page-tables.physical").length();
        for (Range range : now.ranges()) {
            linear = Math.max(
                    linear,
                    NumberText.address(range.linear() + range.bytes() - 1).length());
            physical = Math.max(
                    physical,
                    NumberText.address(range.physical() + range.bytes() - 1).length());
        }
        linearWidth = linear + 1;
        physicalWidth = physical + 1;
    }

    private String row(String linear, String size, String physical, String pages, String rights) {
        String format = "%-" + linearWidth + "s %-9s %-" + physicalWidth + "s %-6s %-15s";
        return String.format(Locale.ROOT, format, linear, size, physical, pages, rights);
    }

    /** One row for each range. */
    List<CodeLine> ranges() {
        List<CodeLine> lines = new ArrayList<>();
        String head = row(
                Words.of("page-tables.linear"),
                Words.of("page-tables.size"),
                Words.of("page-tables.physical"),
                Words.of("page-tables.pages"),
                Words.of("page-tables.rights"));
        lines.add(CodeLine.text(-1, "", List.of(new Span(head + Words.of("page-tables.owner"), Style.DIM))));
        now.ranges().forEach(range -> lines.add(line(range)));
        return lines;
    }

    private List<Area> pieces(Range range) {
        return frames.within(range.physical(), range.physical() + range.bytes());
    }

    private CodeLine line(Range range) {
        String rights = Words.of(range.user() ? "page-tables.user" : "page-tables.supervisor") + " r"
                + (range.writable() ? "w" : "\u2013")
                + (range.executable() ? "x" : "\u2013");
        String text = row(
                NumberText.address(range.linear()),
                NumberText.size(range.bytes()),
                NumberText.address(range.physical()),
                NumberText.size(1L << range.pageShift()),
                rights);
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(text, range.user() ? Style.TYPE : Style.PLAIN));
        spans.addAll(owners(pieces(range)));
        String hint = Words.of(
                "page-tables.interval",
                NumberText.address(range.linear()),
                NumberText.address(range.linear() + range.bytes() - 1),
                NumberText.address(range.physical()),
                NumberText.address(range.physical() + range.bytes() - 1));
        return CodeLine.text(range.linear(), "", spans).withHint(hint);
    }

    /** The owners of pieces, each once, in the order in which they come. */
    static List<Span> owners(List<Area> pieces) {
        Map<String, FrameOwner> firsts = new LinkedHashMap<>();
        Map<String, Set<String>> purposes = new LinkedHashMap<>();
        for (Area piece : pieces) {
            String who = OwnerMark.who(piece.owner());
            firsts.putIfAbsent(who, piece.owner());
            purposes.computeIfAbsent(who, name -> new LinkedHashSet<>())
                    .add(piece.owner().purpose());
        }
        List<Span> spans = new ArrayList<>();
        firsts.forEach((who, owner) -> {
            String purpose = String.join(", ", purposes.get(who));
            boolean alone = firsts.size() == 1 && !purpose.isEmpty();
            spans.add(OwnerMark.symbol(owner));
            spans.add(Span.plain((alone ? Words.of("owner.purpose", who, purpose) : who) + "  "));
        });
        return spans;
    }

    /** The pieces of each range that has several owners. */
    List<CodeLine> pieces() {
        List<CodeLine> lines = new ArrayList<>();
        for (Range range : now.ranges()) {
            List<Area> pieces = pieces(range);
            if (pieces.size() > 1) {
                String title = Words.of(
                        "page-tables.piecesOf",
                        NumberText.address(range.linear()),
                        NumberText.address(range.linear() + range.bytes() - 1));
                lines.add(CodeLine.text(-1, "", List.of()));
                lines.add(CodeLine.text(-1, "", List.of(new Span(title, Style.STRONG))));
                pieces.forEach(piece -> lines.add(line(piece, range.linear() - range.physical())));
            }
        }
        return lines;
    }

    private CodeLine line(Area piece, long shift) {
        long linear = piece.start() + shift;
        String text = row(
                NumberText.address(linear),
                NumberText.size(piece.end() - piece.start()),
                NumberText.address(piece.start()),
                "",
                "");
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(text, Style.DIM));
        spans.addAll(OwnerMark.spans(piece.owner()));
        return CodeLine.text(linear, "", spans);
    }
}
