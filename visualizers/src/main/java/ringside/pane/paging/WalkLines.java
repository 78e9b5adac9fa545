package ringside.pane.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ringside.cpu.x86.paging.PageFlags;
import ringside.cpu.x86.paging.PageWalkView;
import ringside.cpu.x86.paging.PagingMode;
import ringside.cpu.x86.paging.TlbView;
import ringside.kernels.view.FrameOwners;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The walk of one address as rows: the bits of the address, then one row a level, then the outcome. */
final class WalkLines {
    private static final int ENTRY_BITS_64 = 64;

    private final PageWalkView walk;
    private final FrameOwners frames;
    private final List<CodeLine> lines = new ArrayList<>();

    private WalkLines(PageWalkView walk, FrameOwners frames) {
        this.walk = walk;
        this.frames = frames;
    }

    static List<CodeLine> of(PageWalkView walk, FrameOwners frames) {
        return new WalkLines(walk, frames).make();
    }

    private List<CodeLine> make() {
        add(new Span(Words.of("page-tables.walk", NumberText.address(walk.linear())), Style.STRONG));
        if (walk.mode() != PagingMode.NONE && !walk.steps().isEmpty()) {
            addBits();
            walk.steps().forEach(this::addStep);
        }
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(walk.outcome() + "  ", walk.physical() == -1 ? Style.BAD : Style.PLAIN));
        if (walk.physical() != -1) {
            spans.add(new Span(Words.of("page-tables.physical") + " ", Style.DIM));
            spans.add(new Span(NumberText.address(walk.physical()) + "  ", Style.STRONG));
            frames.ownerOf(walk.physical()).ifPresent(owner -> spans.addAll(OwnerMark.spans(owner)));
        }
        lines.add(CodeLine.text(-1, "", spans));
        if (walk.cached() != null) {
            addCached(walk.cached());
        }
        return lines;
    }

    private void add(Span... spans) {
        lines.add(CodeLine.text(-1, "", List.of(spans)));
    }

    /** The address in binary, cut where the tables cut it; above each part the bits, below it the index. */
    private void addBits() {
        StringBuilder numbers = new StringBuilder();
        List<Span> binary = new ArrayList<>();
        StringBuilder indexes = new StringBuilder();
        Style[] colours = {Style.KEYWORD, Style.TYPE, Style.STRING, Style.NUMBER};
        int next = 0;
        for (PageWalkView.Step step : walk.steps()) {
            int width = step.highBit() - step.lowBit() + 1;
            addPart(numbers, binary, indexes, step.highBit(), step.lowBit(), colours[next % colours.length]);
            indexes.setLength(indexes.length() - width - 1);
            indexes.append(padded(Integer.toString(step.index()), width)).append(' ');
            next++;
        }
        int low = walk.steps().get(walk.steps().size() - 1).lowBit();
        addPart(numbers, binary, indexes, low - 1, 0, Style.DIM);
        add(new Span(numbers.toString(), Style.FAINT));
        lines.add(CodeLine.text(-1, "", binary));
        add(new Span(indexes.toString(), Style.DIM));
    }

    private void addPart(
            StringBuilder numbers, List<Span> binary, StringBuilder indexes, int high, int low, Style colour) {
        int width = high - low + 1;
        StringBuilder bits = new StringBuilder();
        for (int bit = high; bit >= low; bit--) {
            bits.append(walk.linear() >>> bit & 1);
        }
        numbers.append(padded(high + ":" + low, width)).append(' ');
        binary.add(new Span(bits + " ", colour));
        indexes.append(padded(low == 0 ? Long.toHexString(walk.linear() & (1L << width) - 1) : "", width))
                .append(' ');
    }

    private static String padded(String text, int width) {
        return String.format(Locale.ROOT, "%-" + width + "s", text);
    }

    private void addStep(PageWalkView.Step step) {
        String place = step.entryAddress() == 0 && step.level() == 3
                ? Words.of("page-tables.kept")
                : NumberText.address(step.entryAddress());
        String row = String.format(Locale.ROOT, "%-28s %4d  %-20s ", step.tableName(), step.index(), place);
        add(
                Span.plain(row),
                new Span(entry(step.entry()), step.flags().present() ? Style.PLAIN : Style.BAD),
                new Span("  " + flags(step.flags()), Style.DIM));
    }

    private static String entry(long value) {
        return String.format(Locale.ROOT, "%0" + ENTRY_BITS_64 / 4 + "x", value);
    }

    /** The flags in a fixed order, a dot for each that is not set. */
    static String flags(PageFlags flags) {
        return mark(flags.present(), "P")
                + mark(flags.writable(), "W")
                + mark(flags.user(), "U")
                + mark(flags.accessed(), "A")
                + mark(flags.dirty(), "D")
                + mark(flags.pageSize(), "L")
                + mark(flags.global(), "G")
                + mark(flags.noExecute(), "X\u0305");
    }

    private static String mark(boolean set, String letter) {
        return set ? letter : "\u00b7";
    }

    private void addCached(TlbView.Entry cached) {
        String text = Words.of(
                cached.stale() ? "page-tables.cachedStale" : "page-tables.cached",
                NumberText.address(cached.physical()));
        add(new Span(text, cached.stale() ? Style.BAD : Style.DIM));
    }
}
