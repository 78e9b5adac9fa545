package ringside.pane.tasks;

import java.util.List;
import ringside.kernels.view.TasksView;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.ListPane;

/** Draws all that the kernel keeps of each task. */
public final class TasksPane extends ListPane<TasksView> {

    /** Makes an empty pane. */
    public TasksPane() {
        super("tasks", TasksView.class);
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.of(TasksView.class));
    }

    @Override
    protected List<CodeLine> lines(TasksView view, Views views) {
        return TasksPaneModel.lines(view, views.before(TasksView.class));
    }

    @Override
    protected String remark(TasksView view) {
        return Words.of("tasks.note", Integer.toString(view.tasks().size()));
    }
}
