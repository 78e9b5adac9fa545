package ringside.pane.lesson;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
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
                shown.highlights().forEach(one -> outlet().reveal(one.pane(), one.what()));
            }
        }
        note(Words.of("lesson.note", shown.step(), shown.steps(), shown.minutes(), shown.score(), shown.most()));
        if (getCenter() != scroll) {
            setCenter(scroll);
        }
    }

    private void draw() {
        Label lesson = new Label(shown.title());
        lesson.getStyleClass().add("faint");
        lesson.setWrapText(true);
        Label title = new Label(shown.stepTitle());
        title.getStyleClass().add("lesson-title");
        title.setWrapText(true);
        content.getChildren().setAll(lesson, title, segments(), new MarkdownText(shown.markdown()));
        if (!shown.highlights().isEmpty()) {
            content.getChildren().add(highlights());
        }
        if (!shown.goals().isEmpty()) {
            content.getChildren().add(goals());
        }
        if (shown.prediction() != null) {
            content.getChildren().add(prediction(shown.prediction()));
        }
        for (String hint : shown.hints()) {
            MarkdownText text = new MarkdownText(hint);
            text.getStyleClass().add("lesson-hint");
            content.getChildren().add(text);
        }
        if (!shown.notice().isEmpty()) {
            Label notice = new Label(shown.notice());
            notice.setWrapText(true);
            notice.getStyleClass().add("lesson-notice");
            content.getChildren().add(notice);
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
        row.setAccessibleText(
                Words.of("lesson.note", shown.step(), shown.steps(), shown.minutes(), shown.score(), shown.most()));
        return row;
    }

    private Node highlights() {
        FlowPane links = new FlowPane();
        links.getStyleClass().add("lesson-links");
        Label look = new Label(Words.of("lesson.look"));
        look.getStyleClass().add("dim");
        links.getChildren().add(look);
        for (LessonView.Highlight highlight : shown.highlights()) {
            String name =
                    Words.has(highlight.pane() + ".title") ? Words.of(highlight.pane() + ".title") : highlight.pane();
            Button link = new Button(highlight.what().isEmpty() ? name : name + " \u00b7 " + highlight.what());
            link.setMnemonicParsing(false);
            link.getStyleClass().add("start-link");
            link.setOnAction(event -> outlet().reveal(highlight.pane(), highlight.what()));
            links.getChildren().add(link);
        }
        return links;
    }

    private Node goals() {
        VBox box = new VBox();
        box.getStyleClass().add("lesson-goals");
        for (LessonView.Goal goal : shown.goals()) {
            Label mark = new Label(goal.holds() ? "\u2713" : "\u25cb");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            mark.getStyleClass().add(goal.holds() ? "goal-holds" : "goal-open");
            MarkdownText text = new MarkdownText(goal.text());
            text.getStyleClass().add(goal.holds() ? "goal-text-holds" : "goal-text-open");
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(mark, text);
            row.getStyleClass().add("markdown-item");
            box.getChildren().add(row);
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
            MarkdownText verdict = new MarkdownText(verdict(prediction));
            verdict.getStyleClass()
                    .add(prediction.verdict().isEmpty() || !prediction.right() ? "goal-text-open" : "goal-text-holds");
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
        button.setMnemonicParsing(false);
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
        FlowPane row = new FlowPane();
        row.getStyleClass().add("lesson-buttons");
        if (shown.stepDone() && !shown.finished()) {
            row.getChildren().add(button("lesson.next", "primary-button", () -> lessonOutlet.next()));
        }
        if (shown.step() > 1) {
            row.getChildren().add(button("lesson.previous", "plain-button", () -> lessonOutlet.previous()));
        }
        if (shown.moreHints()) {
            row.getChildren().add(button("lesson.hint", "plain-button", () -> lessonOutlet.hint()));
        }
        row.getChildren().add(button("lesson.back", "plain-button", () -> lessonOutlet.backToStart()));
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
