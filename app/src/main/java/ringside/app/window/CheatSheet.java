package ringside.app.window;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.app.command.CommandName;
import ringside.app.command.Commands;
import ringside.pane.Words;

/** All keys on one sheet; Escape, a click or the same key again takes it away. */
final class CheatSheet extends StackPane {
    private static final Words WORDS = Words.bundle("window");

    private Node focusBefore;

    CheatSheet(Commands commands) {
        setId("cheat-sheet");
        getStyleClass().add("palette-shade");
        HBox columns = new HBox();
        columns.getStyleClass().add("cheat-columns");
        VBox left = new VBox();
        VBox right = new VBox();
        left.getStyleClass().add("cheat-column");
        right.getStyleClass().add("cheat-column");
        for (CommandName.Category category : CommandName.Category.values()) {
            VBox column = category == CommandName.Category.RUN ? left : right;
            column.getChildren().add(section(commands, category));
        }
        columns.getChildren().addAll(left, right);
        Label title = new Label(WORDS.get("cheat.title"));
        title.getStyleClass().add("lesson-title");
        VBox sheet = new VBox(title, columns);
        sheet.getStyleClass().add("cheat-sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(sheet, Pos.CENTER);
        getChildren().add(sheet);
        setOnMouseClicked(event -> hide());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
        setVisible(false);
    }

    private static VBox section(Commands commands, CommandName.Category category) {
        Label head = new Label(WORDS.get("category." + category));
        head.getStyleClass().add("section-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("cheat-grid");
        int row = 0;
        for (CommandName command : CommandName.values()) {
            String key = commands.keys().text(command);
            if (command.category() == category && !key.isEmpty()) {
                Label keyLabel = new Label(key);
                keyLabel.getStyleClass().addAll("mono", "cheat-key");
                grid.add(keyLabel, 0, row);
                grid.add(new Label(Commands.title(command)), 1, row);
                row++;
            }
        }
        return new VBox(head, grid);
    }

    void toggle() {
        if (isVisible()) {
            hide();
            return;
        }
        focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        setVisible(true);
        requestFocus();
    }

    private void hide() {
        setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }
}
