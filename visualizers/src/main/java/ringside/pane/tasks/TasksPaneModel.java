package ringside.pane.tasks;

import java.util.List;
import java.util.Optional;
import ringside.kernels.view.NamedValue;
import ringside.kernels.view.TasksView;
import ringside.kernels.view.TasksView.State;
import ringside.kernels.view.TasksView.Task;
import ringside.pane.NumberText;
import ringside.pane.TaskColour;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Rows;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The rows of the tasks pane. */
public final class TasksPaneModel {
    private static final int NAME = 22;

    private TasksPaneModel() {}

    /** A title for each task, and a row for each fact; changed facts are marked. */
    public static List<CodeLine> lines(TasksView now, Optional<TasksView> before) {
        Rows rows = new Rows();
        if (now.tasks().isEmpty()) {
            rows.text(Words.of("scheduler.noTasks"), Style.FAINT);
        }
        for (Task task : now.tasks()) {
            Optional<Task> old = before.flatMap(view -> view.find(task.index()));
            title(rows, task, old);
            rows.columns(2, NAME);
            if (task.systemCalls() >= 0) {
                fact(
                        rows,
                        NamedValue.number(Words.of("tasks.systemCalls"), task.systemCalls()),
                        old.map(each -> NamedValue.number("", each.systemCalls())));
            }
            for (NamedValue fact : task.facts()) {
                fact(rows, fact, old.flatMap(each -> each.fact(fact.name())));
            }
        }
        return rows.lines();
    }

    private static void title(Rows rows, Task task, Optional<Task> old) {
        if (!rows.lines().isEmpty()) {
            rows.text("", Style.PLAIN);
        }
        boolean changed = old.isPresent() && !old.get().kernelState().equals(task.kernelState());
        boolean died = task.state() == State.FAULTED;
        String reason =
                task.reason().isEmpty() && task.fault() != null ? task.fault().words() : task.reason();
        rows.columns(2, NAME - 2, 16);
        rows.row(
                task.index(),
                changed ? Words.of("changed.hint", old.get().kernelState(), task.kernelState()) : "",
                new Span("\u25cf", Style.ofColour(TaskColour.of(task.index()))),
                new Span(task.name(), Style.STRONG),
                new Span(
                        (died ? "\u2716 " : "") + task.kernelState(),
                        died ? Style.BAD : changed ? Style.CHANGED : Style.PLAIN),
                new Span(reason, died ? Style.BAD : Style.DIM));
    }

    private static void fact(Rows rows, NamedValue fact, Optional<NamedValue> old) {
        boolean changed = old.isPresent()
                && (old.get().value() != fact.value() || !old.get().words().equals(fact.words()));
        rows.row(
                -1,
                changed ? Words.of("changed.hint", value(old.get()), value(fact)) : "",
                Span.plain(""),
                new Span(fact.name(), Style.DIM),
                new Span(value(fact), changed ? Style.CHANGED : Style.PLAIN));
    }

    private static String value(NamedValue fact) {
        String digits = switch (fact.kind()) {
            case NUMBER -> NumberText.grouped(fact.value());
            case ADDRESS -> NumberText.address(fact.value());
            case TEXT -> "";
        };
        return fact.words().isEmpty() ? digits : (digits + "  " + fact.words()).strip();
    }
}
