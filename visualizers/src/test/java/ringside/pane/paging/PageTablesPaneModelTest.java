package ringside.pane.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.cpu.x86.paging.PageFlags;
import ringside.cpu.x86.paging.PageTablesView;
import ringside.cpu.x86.paging.PageTablesView.Entry;
import ringside.cpu.x86.paging.PageTablesView.Range;
import ringside.cpu.x86.paging.PageTablesView.Table;
import ringside.cpu.x86.paging.PageWalkView;
import ringside.cpu.x86.paging.PagingMode;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.FrameOwner.Kind;
import ringside.kernels.view.FrameOwners;
import ringside.kernels.view.OwnerMap;
import ringside.pane.TaskColour;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;

/** Every mapped range, page and table says in words whose it is, in the colour of that owner. */
class PageTablesPaneModelTest {
    private static final FrameOwner SHELL = FrameOwner.task(2, "shell", "heap");
    private static final FrameOwner FILES = FrameOwner.task(1, "vfs", "grant, lent to shell");
    private static final FrameOwner TABLES = FrameOwner.of(Kind.PAGE_TABLES, "shell", "page table");
    private static final FrameOwners FRAMES = new OwnerMap()
            .putFrame(0x1000, TABLES)
            .put(0x5000, 0x7000, SHELL)
            .put(0x7000, 0x8000, FILES)
            .put(0x8000, 0x9000, FrameOwner.kernel("heap"))
            .owners();

    private static Entry page(int index, long physical) {
        long value = physical | 7;
        PageFlags flags = new PageFlags(true, true, true, false, false, false, false, false, false, false);
        return new Entry(index, value, index * 0x1000L, physical, true, 12, flags);
    }

    private static final PageTablesView TREE = new PageTablesView(
            PagingMode.FOUR_LEVEL,
            0x1000,
            List.of(new Table(1, "page table", 0x1000, 0, List.of(page(5, 0x5000), page(7, 0x7000)))),
            List.of(
                    new Range(0x40_0000, 0x2000, 0x5000, 12, true, true, false),
                    new Range(0x50_0000, 0x3000, 0x6000, 12, true, true, false)),
            true);

    private static List<CodeLine> lines(boolean asked, PageWalkView walk) {
        return PageTablesPaneModel.lines(TREE, Optional.empty(), Optional.ofNullable(walk), asked, FRAMES);
    }

    private static int indexOf(List<CodeLine> lines, String part) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).plainText().contains(part)) {
                return i;
            }
        }
        throw new AssertionError("no row with " + part);
    }

    private static CodeLine row(String part) {
        List<CodeLine> lines = lines(false, null);
        return lines.get(indexOf(lines, part));
    }

    private static Span symbol(CodeLine line, String symbol) {
        return line.spans().stream()
                .filter(span -> span.text().equals(symbol + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(line.plainText()));
    }

    @Test
    void aRangeWithOneOwnerSaysWhoAndWhatFor() {
        CodeLine line = row("0040_0000");
        assertTrue(line.plainText().contains("shell · heap"), line.plainText());
        assertEquals(
                Span.Style.ofColour(TaskColour.of(2)), symbol(line, "\u25cf").style());
    }

    @Test
    void aRangeWithSeveralOwnersNamesEachOnceAndHasItsPiecesBelow() {
        CodeLine line = row("0050_0000");
        assertTrue(line.plainText().contains("shell"), line.plainText());
        assertTrue(line.plainText().contains("vfs"), line.plainText());
        assertEquals(
                Span.Style.ofColour(TaskColour.of(-1)), symbol(line, "\u25a0").style());
        List<CodeLine> lines = lines(false, null);
        int first = indexOf(lines, "Owners of 0050_0000 to 0050_2fff");
        assertTrue(lines.get(first + 1).plainText().contains("shell · heap"));
        assertTrue(lines.get(first + 2).plainText().startsWith("0050_1000"));
        assertTrue(lines.get(first + 2).plainText().contains("vfs · grant, lent to shell"));
        assertEquals(0x50_2000, lines.get(first + 3).key());
    }

    @Test
    void tablesAndTheirEntriesHaveOwnersToo() {
        assertTrue(row("page table at 0000_1000").plainText().contains("page tables of shell"));
        assertTrue(row("page 0000_7000").plainText().contains("vfs"));
    }

    @Test
    void theLegendTellsHowMuchEachOwns() {
        List<CodeLine> lines = lines(false, null);
        int legend = indexOf(lines, "Whose physical memory is whose");
        assertTrue(lines.get(legend + 1).plainText().contains("vfs"));
        String shell = lines.get(legend + 2).plainText();
        assertTrue(shell.contains("shell") && shell.contains("8 KiB") && shell.contains("heap"), shell);
    }

    @Test
    void aWalkThatWasAskedForStandsAboveAllElse() {
        PageWalkView walk = new PageWalkView(0x50_0000, PagingMode.FOUR_LEVEL, List.of(), 0x6000, "A page.", null);
        assertEquals(0, indexOf(lines(true, walk), "Walk of 0050_0000"));
        assertEquals(0, indexOf(lines(false, walk), "Mapped (2 ranges)"));
        List<CodeLine> lines = lines(false, walk);
        assertTrue(lines.get(indexOf(lines, "A page.")).plainText().contains("shell · heap"));
    }

    @Test
    void kindsOfOwnersAreToldApartWithoutTheirColours() {
        Set<String> symbols = new HashSet<>();
        for (Kind kind : Kind.values()) {
            FrameOwner owner = FrameOwner.of(kind, "name", "purpose");
            assertTrue(OwnerMark.words(owner).endsWith("purpose"));
            assertTrue(OwnerMark.words(owner).length() > "purpose".length() + 2, OwnerMark.words(owner));
            symbols.add(OwnerMark.symbol(owner).text());
        }
        assertEquals(Kind.values().length, symbols.size());
    }
}
