package ringside.pane.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import ringside.cpu.view.RegistersView;
import ringside.pane.Coordinates;
import ringside.pane.NumberBase;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;

/** Draws the registers: a row each, changed ones marked, with what their values mean in this image. */
public final class RegistersPane extends Pane {
    private final MenuButton base = new MenuButton();
    private final VBox rows = new VBox();
    private final Label mode = new Label();
    private final Label next = new Label();
    private final VBox modes = new VBox(mode, next);
    private final ScrollPane scroll = new ScrollPane(rows);
    private final BorderPane content = new BorderPane(scroll);
    private final List<RegisterRow> shown = new ArrayList<>();
    private NumberBase numberBase = NumberBase.HEXADECIMAL;
    private Views lastViews = Views.NONE;
    private Coordinates lastCoordinates = Coordinates.START;
    private List<String> shape = List.of();

    /** Makes an empty pane. */
    public RegistersPane() {
        super("registers");
        for (NumberBase choice : NumberBase.values()) {
            MenuItem item = new MenuItem(Words.of(choice.key()));
            item.setOnAction(event -> choose(choice));
            base.getItems().add(item);
        }
        base.getStyleClass().add("quiet-menu");
        base.setText(Words.of(numberBase.key()));
        base.setAccessibleText(Words.of("base.choose"));
        modes.getStyleClass().add("mode-line");
        mode.setWrapText(true);
        next.getStyleClass().add("faint");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        rows.getStyleClass().add("pane-content");
        content.setBottom(modes);
        showEmpty("empty.noMachine");
    }

    private void choose(NumberBase choice) {
        numberBase = choice;
        base.setText(Words.of(choice.key()));
        show(lastViews, lastCoordinates);
    }

    @Override
    public Node headerControl() {
        return base;
    }

    @Override
    public int refreshesWhileRunning() {
        return 10;
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(
                ViewRequest.of(RegistersView.class),
                ViewRequest.of(RegisterNotesView.class),
                ViewRequest.of(NextModeView.class));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        lastViews = views;
        lastCoordinates = coordinates;
        Optional<RegistersPaneModel> model = RegistersPaneModel.of(views, numberBase);
        if (model.isEmpty()) {
            showEmpty("empty.noMachine");
            return;
        }
        RegistersPaneModel registers = model.get();
        List<String> newShape = registers.groups().stream()
                .flatMap(group -> group.rows().stream().map(row -> group.title() + row.name()))
                .toList();
        if (!newShape.equals(shape)) {
            rebuild(registers);
            shape = newShape;
        }
        int at = 0;
        for (RegistersPaneModel.RowGroup group : registers.groups()) {
            for (RegistersPaneModel.Row row : group.rows()) {
                shown.get(at++).show(row);
            }
        }
        mode.setText(registers.mode());
        next.setText(registers.next());
        if (getCenter() != content) {
            setCenter(content);
        }
    }

    private void rebuild(RegistersPaneModel registers) {
        rows.getChildren().clear();
        shown.clear();
        boolean first = true;
        for (RegistersPaneModel.RowGroup group : registers.groups()) {
            if (!first) {
                Label title = new Label(group.title());
                title.getStyleClass().add("group-title");
                rows.getChildren().add(title);
            }
            first = false;
            for (int i = 0; i < group.rows().size(); i++) {
                RegisterRow row = new RegisterRow(this::follow);
                shown.add(row);
                rows.getChildren().add(row);
            }
        }
    }

    private void follow(RegistersPaneModel.Row row) {
        if (row.code() != -1) {
            outlet().showCode(row.code());
        } else {
            outlet().showMemory(row.value());
        }
    }
}
