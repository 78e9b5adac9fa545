package ringside.pane.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.cpu.view.MemoryView;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;
import ringside.pane.memory.MemoryPaneModel.Grouping;

/** The memory pane writes bytes in address order, words as the processor reads them, and marks changes. */
class MemoryPaneModelTest {
    private static MemoryView memory(int... bytes) {
        byte[] values = new byte[16];
        boolean[] readable = new boolean[16];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = (byte) bytes[i];
            readable[i] = true;
        }
        return new MemoryView(0x2000_0000L, values, readable);
    }

    private static List<CodeLine> lines(MemoryView now, Optional<MemoryView> before, Grouping grouping, int row) {
        return MemoryPaneModel.lines(now, before, grouping, row, -1);
    }

    @Test
    void bytesStandInAddressOrderWithTheirText() {
        String text = lines(memory(0x41, 0x42, 0x00), Optional.empty(), Grouping.BYTES, 16)
                .get(0)
                .plainText();
        assertTrue(text.startsWith("2000_0000  41 42 00 "), text);
        assertTrue(text.contains("AB\u00b7"), text);
    }

    @Test
    void wordsAreLittleEndian() {
        String text = lines(memory(0x78, 0x56, 0x34, 0x12), Optional.empty(), Grouping.WORDS, 16)
                .get(0)
                .plainText();
        assertTrue(text.contains("12345678"), text);
    }

    @Test
    void whatNothingAnswersIsNotShownAsZero() {
        assertTrue(lines(memory(1), Optional.empty(), Grouping.BYTES, 16)
                .get(0)
                .plainText()
                .contains("01 \u00b7\u00b7"));
    }

    @Test
    void aChangedByteIsMarkedAndItsOldValueTold() {
        CodeLine line = lines(memory(1, 2), Optional.of(memory(1, 9)), Grouping.BYTES, 16)
                .get(0);
        List<String> changed = line.spans().stream()
                .filter(span -> span.style() == Style.CHANGED)
                .map(Span::text)
                .toList();
        assertTrue(changed.contains("02"));
        assertEquals("2000_0001  09 \u2192 02", line.hint());
    }

    @Test
    void narrowRowsHoldHalfAsManyBytes() {
        assertEquals(2, lines(memory(1), Optional.empty(), Grouping.BYTES, 8).size());
    }

    @Test
    void anotherPageIsNotComparedWithThisOne() {
        MemoryView elsewhere = new MemoryView(0x2000_1000L, new byte[16], new boolean[16]);
        CodeLine line =
                lines(memory(5), Optional.of(elsewhere), Grouping.BYTES, 16).get(0);
        assertTrue(line.spans().stream().noneMatch(span -> span.style() == Style.CHANGED));
    }
}
