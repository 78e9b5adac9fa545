package ringside.pane.scheduler;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.TasksView;
import ringside.pane.Coordinates;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;

/** Draws the run queue as boxes in their order, and a row for each task. */
public final class SchedulerPane extends Pane {
    private final Label queueTitle = new Label();
    private final FlowPane queue = new FlowPane();
    private final VBox tasks = new VBox();
    private final ScrollPane scroll = new ScrollPane(new VBox(queueTitle, queue, tasks));
    private SchedulerPaneModel shown;
    private String shownTask;

    /** Makes an empty pane. */
    public SchedulerPane() {
        super("scheduler");
        queueTitle.getStyleClass().add("dim");
        queue.getStyleClass().add("run-queue");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        scroll.getContent().getStyleClass().add("pane-content");
        showEmpty("empty.noMachine");
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.of(TasksView.class), ViewRequest.of(SchedulerView.class));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<SchedulerPaneModel> model = SchedulerPaneModel.of(views);
        if (model.isEmpty()) {
            shown = null;
            showEmpty(views, TasksView.class, "scheduler.why");
            return;
        }
        SchedulerPaneModel content = model.get();
        boolean sameTask = java.util.Objects.equals(coordinates.task(), shownTask);
        if (!content.equals(shown) || !sameTask) {
            shownTask = coordinates.task();
            queueTitle.setText(content.now().isEmpty() ? Words.of("scheduler.queue") : content.now());
            drawQueue(content);
            tasks.getChildren().clear();
            for (SchedulerPaneModel.Row row : content.tasks()) {
                tasks.getChildren().add(row(row));
            }
            if (content.tasks().isEmpty()) {
                Label none = new Label(Words.of("scheduler.noTasks"));
                none.getStyleClass().add("faint");
                none.setWrapText(true);
                tasks.getChildren().add(none);
            }
            shown = content;
        }
        note(content.policy());
        if (getCenter() != scroll) {
            setCenter(scroll);
        }
    }

    private void drawQueue(SchedulerPaneModel content) {
        queue.getChildren().clear();
        for (SchedulerPaneModel.Place place : content.queue()) {
            if (!queue.getChildren().isEmpty()) {
                Label arrow = new Label("\u2192");
                arrow.getStyleClass().add("faint");
                queue.getChildren().add(arrow);
            }
            Label box = new Label(place.name());
            box.getStyleClass().add("queue-place");
            if (place.running()) {
                box.getStyleClass().add("running");
                box.setText("\u25b6 " + place.name());
            } else if (!place.ready()) {
                box.getStyleClass().add("blocked");
            }
            if (!place.left().isEmpty()) {
                box.setTooltip(new Tooltip(place.left()));
            }
            queue.getChildren().add(box);
        }
    }

    private HBox row(SchedulerPaneModel.Row task) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("task-swatch", "fill-" + task.colour());
        Button name = new Button(task.name());
        name.getStyleClass().add("task-name");
        name.setTooltip(new Tooltip(task.hint()));
        name.setOnAction(event -> outlet().selectTask(task.name()));
        name.setAccessibleText(task.name() + " " + task.stateWord() + " " + task.reason());
        Label state = new Label(task.symbol() + " " + task.stateWord());
        state.getStyleClass()
                .addAll("task-state", "state-" + task.state().name().toLowerCase(java.util.Locale.ROOT));
        if (task.changed()) {
            state.getStyleClass().add("chg");
            state.setText(state.getText() + " \u2022");
            state.setTooltip(new Tooltip(task.hint()));
        }
        Label reason = new Label(task.reason());
        reason.getStyleClass().add("task-reason");
        reason.setWrapText(true);
        reason.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(reason, Priority.ALWAYS);
        HBox row = new HBox(swatch, name, state, reason);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("task-row");
        if (task.name().equals(shownTask)) {
            row.getStyleClass().add("focused-task");
        }
        return row;
    }
}
