package ringside.pane.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.kernels.view.NamedValue;
import ringside.kernels.view.TasksView;
import ringside.kernels.view.TasksView.Fault;
import ringside.kernels.view.TasksView.State;
import ringside.kernels.view.TasksView.Task;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span.Style;

/** A death is told in words, and facts that changed are marked. */
class TasksPaneModelTest {
    private static TasksView view(State state, String word, String reason, long ticks) {
        Fault fault = state == State.FAULTED ? new Fault("page fault", 0) : null;
        return new TasksView(List.of(new Task(
                16,
                "crasher",
                state,
                word,
                reason,
                null,
                null,
                0,
                4,
                fault,
                List.of(NamedValue.number("ticks", ticks)))));
    }

    @Test
    void aDeathStandsWithItsExceptionAndIsMarked() {
        List<CodeLine> lines = TasksPaneModel.lines(
                view(State.FAULTED, "Dead", "page fault (#PF), instruction at 0x401e02", 9),
                Optional.of(view(State.RUNNING, "Runnable", "", 8)));
        assertTrue(
                lines.get(0).plainText().contains("\u2716 Dead"), lines.get(0).plainText());
        assertTrue(lines.get(0).plainText().contains("instruction at 0x401e02"));
        assertTrue(lines.get(0).spans().stream().anyMatch(span -> span.style() == Style.BAD));
        CodeLine ticks = lines.get(2);
        assertEquals("8 \u2192 9", ticks.hint());
    }
}
