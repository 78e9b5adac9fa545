package ringside.pane.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import ringside.kernels.session.EventKinds;
import ringside.pane.Coordinates;
import ringside.pane.NumberText;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.CodeList;

/** Draws a page of the event log around the instant on show. A click on an event goes to it. */
public final class EventsPane extends Pane {
    private static final int PAGE = 300;

    private final CodeList list = new CodeList(Words.of("events.title"));
    private final MenuButton filter = new MenuButton(Words.of("events.all"));
    private final Button earlier = page("\u2039", "events.earlier", -PAGE);
    private final Button later = page("\u203a", "events.later", PAGE);
    private final HBox controls = new HBox(earlier, later, filter);
    private String kind = "";
    private long first = -1;
    private EventsView shown;

    /** Makes an empty pane. */
    public EventsPane() {
        super("events");
        filter.getStyleClass().add("quiet-menu");
        filter.setAccessibleText(Words.of("events.filter"));
        List<String> kinds = new ArrayList<>(List.of(""));
        kinds.addAll(EventKinds.all());
        for (String choice : kinds) {
            MenuItem item = new MenuItem(choice.isEmpty() ? Words.of("events.all") : choice);
            item.setOnAction(event -> {
                kind = choice;
                first = -1;
                filter.setText(item.getText());
                outlet().requestsChanged();
            });
            filter.getItems().add(item);
        }
        controls.setAlignment(Pos.CENTER_RIGHT);
        list.onChosen(line -> outlet().seek(line.key()));
        list.setOnMouseClicked(event -> {
            CodeLine selected = list.getSelectionModel().getSelectedItem();
            if (selected != null && event.getClickCount() == 1) {
                outlet().seek(selected.key());
            }
        });
        showEmpty("empty.noMachine");
    }

    private Button page(String text, String key, int distance) {
        Button button = new Button(text);
        button.getStyleClass().add("quiet-button");
        button.setTooltip(new Tooltip(Words.of(key)));
        button.setAccessibleText(Words.of(key));
        button.setOnAction(event -> {
            if (shown != null) {
                first = Math.max(0, Math.min(shown.first() + distance, Math.max(0, shown.total() - PAGE)));
                outlet().requestsChanged();
            }
        });
        return button;
    }

    @Override
    public Node headerControl() {
        return controls;
    }

    @Override
    public int refreshesWhileRunning() {
        return 4;
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(new ViewRequest(EventsView.class, "", first, PAGE, kind));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<EventsView> now = views.now(EventsView.class);
        if (now.isEmpty()) {
            showEmpty("empty.noMachine");
            return;
        }
        EventsView view = now.get();
        if (!view.equals(shown)) {
            List<CodeLine> lines = EventsPaneModel.lines(view);
            list.setPlaceholder(new Label(Words.of("events.none")));
            list.showLines(lines);
            if (first < 0) {
                list.reveal(view.past() - 1);
            }
            shown = view;
        }
        long last = view.first() + view.rows().size();
        note(Words.of(
                "events.page",
                NumberText.grouped(view.rows().isEmpty() ? 0 : view.first() + 1),
                NumberText.grouped(last),
                NumberText.grouped(view.total())));
        earlier.setDisable(view.first() == 0);
        later.setDisable(last >= view.total());
        if (getCenter() != list) {
            setCenter(list);
        }
    }
}
