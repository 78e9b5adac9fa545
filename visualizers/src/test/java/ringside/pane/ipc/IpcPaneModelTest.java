package ringside.pane.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Kind;
import ringside.kernels.view.IpcView.State;
import ringside.pane.ipc.SequenceChart.Row;
import ringside.pane.ipc.SequenceChart.Sort;

/** The chart has a row for each moment in the order of time, and says where the instant on show is. */
class IpcPaneModelTest {
    private static final long NOW = 1_207_000;
    private static final IpcView EMPTY = new IpcView(List.of(), List.of(), List.of(), 0, 0);

    private static IpcPaneModel model(IpcView view, IpcView ahead, long mark) {
        IpcPaneModel model = new IpcPaneModel();
        model.arrived(view, Optional.ofNullable(ahead), mark);
        return model;
    }

    private static IpcPaneModel nested() {
        return model(Conversation.nested(), Conversation.nestedLater(), NOW);
    }

    private static List<String> columns(IpcPaneModel model) {
        return model.chart().columns().stream()
                .map(column -> column.lifeline().name())
                .toList();
    }

    @Test
    void rowsStandInTheOrderOfTimeAndDoNotOverlap() {
        List<Row> rows = nested().chart().rows();
        double bottom = 0;
        long mark = 0;
        for (Row row : rows) {
            assertTrue(row.top() >= bottom, row.toString());
            bottom = row.top() + row.height();
            if (row.sort() == Sort.MOMENT) {
                assertTrue(row.mark() >= mark, row.toString());
                mark = row.mark();
            }
        }
        assertTrue(nested().chart().height() >= bottom);
    }

    @Test
    void theInstantOnShowStandsBetweenWhatWasAndWhatIsKnownToCome() {
        SequenceChart chart = nested().chart();
        for (Row row : chart.rows()) {
            assertEquals(row.mark() > NOW, row.ahead(), row.toString());
            assertEquals(row.ahead(), row.line() > chart.now(), row.toString());
        }
        assertTrue(chart.rows().stream().anyMatch(Row::ahead));
    }

    @Test
    void whatIsKnownToComeDoesNotChangeTheStateOfNow() {
        IpcPaneModel model = nested();
        Exchange read = model.listed().stream()
                .filter(exchange -> exchange.message().tag() == 4)
                .findFirst()
                .orElseThrow();
        assertEquals(State.WAITING, read.message().state());
        assertEquals(1_209_300, read.known().replied());
        assertFalse(read.has(MessagePoint.REPLY));
        assertTrue(read.has(MessagePoint.RECEIVE));
    }

    @Test
    void theKernelAndOnlyThoseWhoTakePartHaveALifeline() {
        assertEquals(List.of("kernel", "logd", "fsd", "ramdiskd", "shell"), columns(nested()));
        IpcPaneModel model = nested();
        model.filter(MessageFilter.ALL.withTask(Conversation.LOG));
        assertEquals(List.of("kernel", "logd", "shell"), columns(model));
    }

    @Test
    void aLongTimeWithoutMessagesSaysHowLongItWas() {
        List<Row> gaps = model(Conversation.crash(), null, 1_300_000).chart().rows().stream()
                .filter(row -> row.sort() == Sort.GAP)
                .toList();
        assertEquals(
                List.of(1_240_000L - 1_207_950, 1_300_000L - 1_241_800),
                gaps.stream().map(Row::mark).toList());
    }

    @Test
    void theEndOfATaskIsARow() {
        List<Row> ends = model(Conversation.crash(), null, 1_250_000).chart().rows().stream()
                .filter(row -> row.sort() == Sort.END)
                .toList();
        assertEquals(1, ends.size());
        assertEquals(1_207_950, ends.get(0).mark());
        assertEquals(Conversation.DISK, ends.get(0).task());
    }

    @Test
    void filtersTakeTaskSchemeOperationAndAnyText() {
        IpcPaneModel model = nested();
        model.filter(MessageFilter.ALL.withScheme("disk"));
        assertEquals(2, model.listed().size());
        model.filter(MessageFilter.ALL.withOperation("Read"));
        assertEquals(2, model.listed().size());
        model.filter(MessageFilter.ALL.withText("respondWITHfd"));
        assertEquals(2, model.listed().size());
        model.filter(MessageFilter.ALL.withText("tag 4"));
        assertEquals(1, model.listed().size());
        assertEquals("1 of the latest 5 messages", model.note().replace('\u00a0', ' '));
    }

    @Test
    void anEmptyChartSaysWhy() {
        assertTrue(model(EMPTY, null, 0).emptiness().contains("No message has been sent"));
        IpcPaneModel model = nested();
        model.filter(MessageFilter.ALL.withText("no such thing"));
        assertTrue(model.emptiness().contains("earlier pages"), model.emptiness());
        assertEquals("", nested().emptiness());
    }

    @Test
    void theKeyboardGoesThroughMessagesAndTheirMoments() {
        IpcPaneModel model = nested();
        model.move(1);
        assertEquals(Optional.of(1_206_900L), model.selectedMark());
        model.move(-1);
        assertEquals(Optional.of(1_206_100L), model.selectedMark());
        model.moveInside(1);
        assertEquals(MessagePoint.RECEIVE, model.point());
        model.moveInside(5);
        assertEquals(Optional.of(1_209_610L), model.selectedMark());
        model.move(-100);
        assertEquals(Optional.of(1_204_318L), model.selectedMark());
        model.move(100);
        assertEquals(Optional.of(1_209_900L), model.selectedMark());
    }

    @Test
    void earlierPagesEndWhereThisOneBegins() {
        IpcPaneModel model = nested();
        assertTrue(model.hasEarlier());
        assertFalse(model.hasLater());
        model.earlier();
        assertEquals(1_204_318, model.before());
        model.arrived(
                new Conversation()
                        .call(Conversation.SHELL, Conversation.LOG, "Write", 1, "3", State.DONE, 5, 6, 7, 8)
                        .view(),
                Optional.empty(),
                NOW);
        assertEquals("messages 1 to 1", model.note());
        assertEquals(-1, model.chart().now());
        assertTrue(model.hasLater());
        model.latest();
        assertEquals(IpcPaneModel.FOLLOW, model.before());
    }

    @Test
    void aMessageIsSaidInWords() {
        IpcPaneModel model = nested();
        model.move(1);
        model.move(-1);
        String spoken = model.spoken().replace('\u00a0', ' ');
        assertTrue(spoken.contains("At 1 206 100, shell asks fsd: Read of scheme file, tag 4."), spoken);
        assertTrue(spoken.contains("No answer yet."), spoken);
        assertTrue(spoken.contains("fsd waits for ramdiskd to answer Read (tag 9) of scheme disk."), spoken);
    }

    @Test
    void everySortAndEveryStateHasWords() {
        for (State state : State.values()) {
            IpcView view = new Conversation()
                    .call(Conversation.SHELL, Conversation.FILES, "Open", 1, "3", state, 5, 6, 7, 8)
                    .view();
            assertFalse(MessageWords.state(view.messages().get(0)).isBlank());
        }
        for (Kind kind : Kind.values()) {
            IpcView view = new Conversation()
                    .send(kind, Conversation.SHELL, Conversation.FILES, "Close", 1, 5, 6)
                    .view();
            assertTrue(MessageWords.spoken(view.messages().get(0)).contains("shell"));
        }
        assertEquals("\u2716 ENODEV", MessageWords.brief("ENODEV: no such scheme"));
        assertEquals("512", MessageWords.brief("512"));
        assertFalse(MessageWords.isError("Everything"));
    }
}
