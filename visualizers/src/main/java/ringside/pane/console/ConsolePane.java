package ringside.pane.console;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import ringside.pane.Coordinates;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.CodeList;

/** Draws what a port printed, and sends lines to it. */
public final class ConsolePane extends Pane {
    private final CodeList list = new CodeList(Words.of("console.title"));
    private final TextField input = new TextField();
    private final MenuButton ports = new MenuButton();
    private final BorderPane content = new BorderPane(list);
    private String port = "";
    private ConsolePage shown;

    /** Makes an empty pane. */
    public ConsolePane() {
        super("console");
        Label prompt = new Label("\u203a");
        prompt.getStyleClass().addAll("mono", "dim");
        input.setPromptText(Words.of("console.input"));
        input.setAccessibleText(Words.of("console.input"));
        input.getStyleClass().add("console-input");
        input.setId("console-input");
        input.setOnAction(event -> send());
        HBox.setHgrow(input, Priority.ALWAYS);
        HBox bar = new HBox(prompt, input);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("console-bar");
        content.setBottom(bar);
        ports.getStyleClass().add("quiet-menu");
        ports.setAccessibleText(Words.of("console.port"));
        showEmpty("empty.noMachine");
    }

    private void send() {
        if (shown != null) {
            String target = shown.inputs().contains(shown.port())
                    ? shown.port()
                    : shown.inputs().isEmpty() ? shown.port() : shown.inputs().get(0);
            outlet().type(target, input.getText() + "\n");
            input.clear();
        }
    }

    @Override
    public Node headerControl() {
        return ports;
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.named(ConsolePage.class, port));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<ConsolePage> now = views.now(ConsolePage.class);
        if (now.isEmpty()) {
            showEmpty("empty.noMachine");
            return;
        }
        ConsolePage view = now.get();
        if (shown == null || !shown.ports().equals(view.ports())) {
            ports.getItems().clear();
            for (String name : view.ports()) {
                MenuItem item = new MenuItem(name);
                item.setOnAction(event -> {
                    port = name;
                    outlet().requestsChanged();
                });
                ports.getItems().add(item);
            }
        }
        ports.setText(view.port());
        shown = view;
        List<CodeLine> lines = ConsolePaneModel.lines(view, views.before(ConsolePage.class));
        if (lines.isEmpty()) {
            list.setPlaceholder(new Label(Words.of("console.nothing")));
        }
        int before = list.getItems().size();
        list.showLines(lines);
        if (lines.size() != before && !lines.isEmpty()) {
            list.scrollTo(lines.size() - 1);
        }
        if (getCenter() != content) {
            setCenter(content);
        }
    }
}
