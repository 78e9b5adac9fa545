package ringside.pane.paging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ringside.cpu.x86.paging.TlbView;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The rows of the TLB pane. */
public final class TlbPaneModel {
    private TlbPaneModel() {}

    /** Makes the rows: one a translation; what is new is marked, what is out of date says so. */
    public static List<CodeLine> lines(TlbView now, Optional<TlbView> before) {
        List<CodeLine> lines = new ArrayList<>();
        if (now.entries().isEmpty()) {
            lines.add(CodeLine.text(-1, "", List.of(new Span(Words.of("tlb.empty"), Style.DIM))));
            return lines;
        }
        String head = row(
                Words.of("tlb.linear"),
                Words.of("tlb.physical"),
                Words.of("tlb.page"),
                Words.of("tlb.rights"),
                Words.of("tlb.flags"));
        lines.add(CodeLine.text(-1, "", List.of(new Span(head, Style.DIM))));
        Set<TlbView.Entry> known = before.<Set<TlbView.Entry>>map(view -> new HashSet<>(view.entries()))
                .orElse(Set.of());
        for (TlbView.Entry entry : now.entries()) {
            lines.add(line(entry, before.isPresent() && !known.contains(entry)));
        }
        return lines;
    }

    /** How many translations there are, and how many of them are out of date. */
    public static String state(TlbView now) {
        long stale = now.entries().stream().filter(TlbView.Entry::stale).count();
        return stale == 0
                ? Words.of("tlb.note", now.entries().size())
                : Words.of("tlb.noteStale", now.entries().size(), stale);
    }

    private static CodeLine line(TlbView.Entry entry, boolean isNew) {
        String rights = (entry.user() ? "u " : "s ") + "r" + (entry.writable() ? "w" : "\u2013")
                + (entry.executable() ? "x" : "\u2013");
        String flags = (entry.dirty() ? "D" : "\u00b7")
                + (entry.global() ? "G" : "\u00b7")
                + (entry.pcid() != 0 ? " " + Words.of("tlb.pcid", entry.pcid()) : "");
        String text = row(
                NumberText.address(entry.linear()),
                NumberText.address(entry.physical()),
                NumberText.size(1L << entry.pageShift()),
                rights,
                flags);
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(text, isNew ? Style.CHANGED : Style.PLAIN));
        if (entry.stale()) {
            spans.add(new Span(Words.of("tlb.stale"), Style.BAD));
        }
        return CodeLine.text(entry.linear(), "", spans);
    }

    private static String row(String linear, String physical, String page, String rights, String flags) {
        return String.format(Locale.ROOT, "%-20s %-20s %-7s %-7s %-12s", linear, physical, page, rights, flags);
    }
}
