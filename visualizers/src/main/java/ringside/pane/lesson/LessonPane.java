package ringside.pane.lesson;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.pane.Coordinates;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;

/** Draws a step of a lesson. */
public final class LessonPane extends Pane {
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final LessonPaneModel model = new LessonPaneModel();
    private LessonOutlet lessonOutlet;
    private LessonView shown;

    /** Makes an empty pane. */
    public LessonPane() {
        super("lesson");
        content.getStyleClass().addAll("pane-content", "lesson-content");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("pane-scroll");
        showEmpty("lesson.none");
    }

    /** Says who runs the lesson. */
    public void connect(LessonOutlet outlet) {
        lessonOutlet = outlet;
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.of(LessonView.class));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<LessonView> now = views.now(LessonView.class);
        if (now.isEmpty()) {
            if (shown != null || getCenter() == null) {
                showEmpty("lesson.none");
            }
            shown = null;
            return;
        }
        if (!now.get().equals(shown)) {
            boolean newStep = shown == null || shown.step() != now.get().step();
            shown = now.get();
            model.show(shown);
            draw();
            if (newStep) {
                scroll.setVvalue(0);
            }
        }
        note(Words.of("lesson.note", shown.step(), shown.steps(), shown.minutes()));
        if (getCenter() != scroll) {
            setCenter(scroll);
        }
    }

    private void draw() {
        Label title = new Label(shown.title());
        title.getStyleClass().add("lesson-title");
        title.setWrapText(true);
        content.getChildren().setAll(title, segments(), new MarkdownText(shown.markdown()));
        if (!shown.goals().isEmpty()) {
            content.getChildren().add(goals());
        }
        if (shown.prediction() != null) {
            content.getChildren().add(prediction(shown.prediction()));
        }
        for (String hint : shown.hints()) {
            Label label = new Label(hint);
            label.setWrapText(true);
            label.getStyleClass().add("lesson-hint");
            content.getChildren().add(label);
        }
        content.getChildren().add(buttons());
        Label free = new Label(Words.of(shown.finished() ? "lesson.finished" : "lesson.free"));
        free.setWrapText(true);
        free.getStyleClass().add("faint");
        content.getChildren().add(free);
    }

    private Node segments() {
        HBox row = new HBox();
        row.getStyleClass().add("lesson-segments");
        for (int i = 1; i <= shown.steps(); i++) {
            Region segment = new Region();
            boolean done = i < shown.step() || shown.finished();
            segment.getStyleClass().addAll("segment", done ? "done" : i == shown.step() ? "now" : "later");
            HBox.setHgrow(segment, Priority.ALWAYS);
            row.getChildren().add(segment);
        }
        row.setAccessibleText(Words.of("lesson.note", shown.step(), shown.steps(), shown.minutes()));
        return row;
    }

    private Node goals() {
        VBox box = new VBox();
        box.getStyleClass().add("lesson-goals");
        for (LessonView.Goal goal : shown.goals()) {
            Label label = new Label((goal.holds() ? "\u2713  " : "\u25cb  ") + goal.text());
            label.setWrapText(true);
            label.getStyleClass().add(goal.holds() ? "goal-holds" : "goal-open");
            box.getChildren().add(label);
        }
        return box;
    }

    private Node prediction(LessonView.Prediction prediction) {
        VBox card = new VBox();
        card.getStyleClass().add("prediction");
        Label head = new Label(Words.of("lesson.predict"));
        head.getStyleClass().add("strong");
        card.getChildren().addAll(head, new MarkdownText(prediction.question()));
        Button commit = new Button(Words.of("lesson.commit"));
        commit.getStyleClass().add("primary-button");
        commit.setOnAction(event -> lessonOutlet.commit(model.answer(prediction)));
        commit.setDisable(!model.isComplete(prediction));
        if (prediction.options().isEmpty()) {
            TextField field = new TextField(prediction.committed());
            field.setPromptText(Words.of("lesson." + prediction.kind()));
            field.setAccessibleText(Words.of("lesson." + prediction.kind()));
            field.setDisable(prediction.isCommitted());
            field.textProperty().addListener((property, old, now) -> {
                model.type(now);
                commit.setDisable(!model.isComplete(prediction));
            });
            card.getChildren().add(field);
        }
        for (String option : prediction.options()) {
            card.getChildren().add(option(prediction, option));
        }
        if (prediction.isCommitted()) {
            Label verdict = new Label(verdict(prediction));
            verdict.setWrapText(true);
            verdict.getStyleClass()
                    .add(prediction.verdict().isEmpty() ? "dim" : prediction.right() ? "goal-holds" : "bad");
            card.getChildren().add(verdict);
        } else {
            card.getChildren().add(commit);
        }
        return card;
    }

    private static String verdict(LessonView.Prediction prediction) {
        if (prediction.verdict().isEmpty()) {
            return Words.of("lesson.committed");
        }
        return (prediction.right() ? "\u2713 " : "\u2716 ") + prediction.verdict();
    }

    private Node option(LessonView.Prediction prediction, String text) {
        int place = model.place(text);
        boolean order = prediction.kind().equals("order");
        boolean committed = List.of(prediction.committed().split(",")).contains(text);
        boolean selected = place > 0 || committed;
        String mark = !selected ? "\u25cb  " : order && place > 0 ? place + ".  " : "\u25cf  ";
        Button button = new Button(mark + text);
        button.setWrapText(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("option");
        if (selected) {
            button.getStyleClass().add("selected");
        }
        button.setDisable(prediction.isCommitted());
        button.setOnAction(event -> {
            model.choose(prediction, text);
            draw();
        });
        return button;
    }

    private Node buttons() {
        HBox row = new HBox();
        row.getStyleClass().add("lesson-buttons");
        if (shown.stepDone() && !shown.finished()) {
            row.getChildren().add(button("lesson.next", "primary-button", () -> lessonOutlet.next()));
        }
        if (shown.moreHints()) {
            row.getChildren().add(button("lesson.hint", "plain-button", () -> lessonOutlet.hint()));
        }
        row.getChildren().add(button("lesson.back", "plain-button", () -> lessonOutlet.backToStart()));
        row.getChildren().add(button("lesson.leave", "plain-button", () -> lessonOutlet.leave()));
        return row;
    }

    private Button button(String key, String style, Runnable action) {
        Button button = new Button(Words.of(key));
        button.getStyleClass().add(style);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            if (lessonOutlet != null) {
                action.run();
            }
        });
        return button;
    }
}
