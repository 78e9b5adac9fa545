package ringside.pane.paging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.cpu.x86.paging.PageTablesView;
import ringside.cpu.x86.paging.PageTablesView.Entry;
import ringside.cpu.x86.paging.PageTablesView.Range;
import ringside.cpu.x86.paging.PageTablesView.Table;
import ringside.cpu.x86.paging.PageWalkView;
import ringside.cpu.x86.paging.PagingMode;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The rows of the page-tables pane. */
public final class PageTablesPaneModel {
    private final PageTablesView now;
    private final Map<Long, Long> valuesBefore = new HashMap<>();
    private final Set<Long> tablesBefore = new HashSet<>();
    private final boolean compares;
    private final List<CodeLine> lines = new ArrayList<>();

    private PageTablesPaneModel(PageTablesView now, Optional<PageTablesView> before) {
        this.now = now;
        compares = before.isPresent() && before.get().cr3() == now.cr3();
        before.ifPresent(view -> view.tables().forEach(this::remember));
    }

    private void remember(Table table) {
        tablesBefore.add(table.address());
        for (Entry entry : table.entries()) {
            valuesBefore.put(place(table, entry), entry.value());
        }
    }

    private long place(Table table, Entry entry) {
        return table.address() + (long) entry.index() * now.mode().entryBytes();
    }

    /** Makes the rows: the walk if there is one, what is mapped, then all tables. */
    public static List<CodeLine> lines(
            PageTablesView now, Optional<PageTablesView> before, Optional<PageWalkView> walk) {
        return new PageTablesPaneModel(now, before).make(walk);
    }

    /** A short remark on the state: the mode and the root. */
    public static String state(PageTablesView now) {
        return now.mode() == PagingMode.NONE
                ? Words.of("page-tables.off")
                : Words.of("page-tables.mode." + now.mode().name(), NumberText.address(now.cr3()));
    }

    private List<CodeLine> make(Optional<PageWalkView> walk) {
        walk.ifPresent(view -> lines.addAll(WalkLines.of(view)));
        if (now.mode() == PagingMode.NONE) {
            if (walk.isEmpty()) {
                add(Words.of("page-tables.offWhy"), Style.DIM);
            }
            return lines;
        }
        title(Words.of("page-tables.mapped", NumberText.grouped(now.ranges().size())));
        add(
                String.format(
                                Locale.ROOT,
                                "%-41s %-10s %-20s %-7s",
                                Words.of("page-tables.linear"),
                                Words.of("page-tables.size"),
                                Words.of("page-tables.physical"),
                                Words.of("page-tables.pages"))
                        + Words.of("page-tables.rights"),
                Style.DIM);
        now.ranges().forEach(this::addRange);
        if (!now.complete()) {
            add(Words.of("page-tables.incomplete"), Style.BAD);
        }
        now.tables().forEach(this::addTable);
        return lines;
    }

    private void title(String text) {
        add("", Style.PLAIN);
        add(text, Style.STRONG);
    }

    private void add(String text, Style style) {
        lines.add(CodeLine.text(-1, "", List.of(new Span(text, style))));
    }

    private void addRange(Range range) {
        String text = String.format(
                Locale.ROOT,
                "%-19s \u2013 %-19s %-10s %-20s %-7s",
                NumberText.address(range.linear()),
                NumberText.address(range.linear() + range.bytes() - 1),
                NumberText.size(range.bytes()),
                NumberText.address(range.physical()),
                NumberText.size(1L << range.pageShift()));
        String rights = Words.of(range.user() ? "page-tables.user" : "page-tables.supervisor") + " r"
                + (range.writable() ? "w" : "\u2013")
                + (range.executable() ? "x" : "\u2013");
        Style style = range.user() ? Style.TYPE : Style.PLAIN;
        lines.add(CodeLine.text(range.linear(), "", List.of(Span.plain(text), new Span(rights, style))));
    }

    private void addTable(Table table) {
        title(Words.of(
                "page-tables.table",
                table.name(),
                NumberText.address(table.address()),
                NumberText.address(table.linear())));
        for (Entry entry : table.entries()) {
            addEntry(table, entry);
        }
        if (table.entries().isEmpty()) {
            add(Words.of("page-tables.empty"), Style.FAINT);
        }
    }

    private void addEntry(Table table, Entry entry) {
        Long old = valuesBefore.get(place(table, entry));
        boolean known = compares && tablesBefore.contains(table.address());
        boolean changed = known && (old == null || old != entry.value());
        String where = String.format(Locale.ROOT, "%4d  %-20s", entry.index(), NumberText.address(entry.linear()));
        String value = String.format(Locale.ROOT, "%016x", entry.value());
        String target = entry.flags().present()
                ? Words.of(entry.isPage() ? "page-tables.page" : "page-tables.next", NumberText.address(entry.target()))
                : Words.of("page-tables.notPresent");
        CodeLine line = CodeLine.text(
                entry.linear(),
                "",
                List.of(
                        new Span(where, Style.DIM),
                        new Span(value, changed ? Style.CHANGED : Style.PLAIN),
                        new Span("  " + WalkLines.flags(entry.flags()) + "  ", Style.DIM),
                        Span.plain(target)));
        String before = old == null ? "0" : String.format(Locale.ROOT, "%016x", old);
        lines.add(changed ? line.withHint(Words.of("changed.hint", before, value)) : line);
    }
}
