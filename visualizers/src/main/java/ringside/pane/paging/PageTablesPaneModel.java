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
import ringside.cpu.x86.paging.PageTablesView.Table;
import ringside.cpu.x86.paging.PageWalkView;
import ringside.cpu.x86.paging.PagingMode;
import ringside.kernels.view.FrameOwners;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The rows of the page-tables pane. */
public final class PageTablesPaneModel {
    private final PageTablesView now;
    private final FrameOwners frames;
    private final Map<Long, Long> valuesBefore = new HashMap<>();
    private final Set<Long> tablesBefore = new HashSet<>();
    private final boolean compares;
    private final List<CodeLine> lines = new ArrayList<>();

    private PageTablesPaneModel(PageTablesView now, Optional<PageTablesView> before, FrameOwners frames) {
        this.now = now;
        this.frames = frames;
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

    /**
     * Makes the rows: what is mapped and whose that is, the walk if there is one, all tables.
     *
     * @param asked whether somebody asked for that walk; then it stands above all else
     */
    public static List<CodeLine> lines(
            PageTablesView now,
            Optional<PageTablesView> before,
            Optional<PageWalkView> walk,
            boolean asked,
            FrameOwners frames) {
        return new PageTablesPaneModel(now, before, frames).make(walk, asked);
    }

    /** A short remark on the state: the mode and the root. */
    public static String state(PageTablesView now) {
        return now.mode() == PagingMode.NONE
                ? Words.of("page-tables.off")
                : Words.of("page-tables.mode." + now.mode().name(), NumberText.address(now.cr3()));
    }

    private List<CodeLine> make(Optional<PageWalkView> walk, boolean asked) {
        if (now.mode() == PagingMode.NONE) {
            addWalk(walk);
            if (walk.isEmpty()) {
                add(Words.of("page-tables.offWhy"), Style.DIM);
            }
            return lines;
        }
        if (asked) {
            addWalk(walk);
        }
        MappedLines mapped = new MappedLines(now, frames);
        title(Words.of("page-tables.mapped", NumberText.grouped(now.ranges().size())));
        lines.addAll(mapped.ranges());
        if (!now.complete()) {
            add(Words.of("page-tables.incomplete"), Style.BAD);
        }
        if (!asked) {
            addWalk(walk);
        }
        title(Words.of("page-tables.legend"));
        lines.addAll(OwnerSummary.of(frames));
        lines.addAll(mapped.pieces());
        now.tables().forEach(this::addTable);
        return lines;
    }

    private void addWalk(Optional<PageWalkView> walk) {
        walk.ifPresent(view -> {
            gap();
            lines.addAll(WalkLines.of(view, frames));
        });
    }

    private void gap() {
        if (!lines.isEmpty()) {
            add("", Style.PLAIN);
        }
    }

    private void title(String text) {
        gap();
        add(text, Style.STRONG);
    }

    private void add(String text, Style style) {
        lines.add(CodeLine.text(-1, "", List.of(new Span(text, style))));
    }

    private void addTable(Table table) {
        add("", Style.PLAIN);
        String title = Words.of(
                "page-tables.table",
                table.name(),
                NumberText.address(table.address()),
                NumberText.address(table.linear()));
        List<Span> spans = new ArrayList<>(List.of(new Span(title + "  ", Style.STRONG)));
        frames.ownerOf(table.address()).ifPresent(owner -> spans.addAll(OwnerMark.spans(owner)));
        lines.add(CodeLine.text(-1, "", spans));
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
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(where, Style.DIM));
        spans.add(new Span(value, changed ? Style.CHANGED : Style.PLAIN));
        spans.add(new Span("  " + WalkLines.flags(entry.flags()) + "  ", Style.DIM));
        spans.add(Span.plain(String.format(Locale.ROOT, "%-26s ", target)));
        spans.addAll(ownersOf(entry));
        CodeLine line = CodeLine.text(entry.linear(), "", spans);
        String before = old == null ? "0" : String.format(Locale.ROOT, "%016x", old);
        lines.add(changed ? line.withHint(Words.of("changed.hint", before, value)) : line);
    }

    /** Who owns the page that an entry maps, or the table that it points at. */
    private List<Span> ownersOf(Entry entry) {
        if (!entry.flags().present()) {
            return List.of();
        }
        long bytes = entry.isPage() ? 1L << entry.pageShift() : 1;
        List<FrameOwners.Area> pieces = frames.within(entry.target(), entry.target() + bytes);
        return MappedLines.owners(pieces);
    }
}
