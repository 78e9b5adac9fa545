package ringside.app.start;

import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.kernels.image.Recipe;
import ringside.pane.Words;

/** What is in an image, as its recipe says; Escape or the button takes the sheet away. */
final class RecipeSheet extends StackPane {
    private static final Words WORDS = Words.bundle("window");

    /**
     * Makes the sheet.
     *
     * @param recipe the image's recipe
     * @param close takes the sheet away
     */
    RecipeSheet(Recipe recipe, Runnable close) {
        setId("recipe-sheet");
        getStyleClass().add("palette-shade");
        Label title = new Label(WORDS.get("recipe.title", recipe.name()));
        title.getStyleClass().add("lesson-title");
        Label description = new Label(recipe.description());
        description.setWrapText(true);
        VBox parts = new VBox(facts(recipe));
        parts.getStyleClass().add("recipe-parts");
        if (!recipe.packages().isEmpty()) {
            parts.getChildren().addAll(head("recipe.packages", recipe.packages().size()), packages(recipe.packages()));
        }
        if (!recipe.symbols().isEmpty()) {
            parts.getChildren().addAll(head("recipe.programs", recipe.symbols().size()), programs(recipe.symbols()));
        }
        ScrollPane scroll = new ScrollPane(parts);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button done = new Button(WORDS.get("recipe.close"));
        done.setId("recipe-close");
        done.getStyleClass().add("plain-button");
        done.setCancelButton(true);
        done.setOnAction(event -> close.run());
        VBox sheet = new VBox(title, description, scroll, done);
        sheet.getStyleClass().addAll("cheat-sheet", "recipe-sheet");
        sheet.setMaxWidth(Region.USE_PREF_SIZE);
        sheet.maxHeightProperty().bind(heightProperty().multiply(0.9));
        setAlignment(sheet, Pos.CENTER);
        getChildren().add(sheet);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    private static GridPane facts(Recipe recipe) {
        GridPane grid = grid();
        add(grid, WORDS.get("recipe.machine"), recipe.machine() + " \u00b7 " + recipe.board());
        add(grid, WORDS.get("recipe.file"), recipe.output().file());
        add(grid, WORDS.get("recipe.hash"), recipe.output().sha256());
        for (Map.Entry<String, String> tool : recipe.toolchain().entrySet()) {
            add(grid, tool.getKey(), tool.getValue());
        }
        add(grid, WORDS.get("recipe.build"), recipe.build());
        add(
                grid,
                WORDS.get("recipe.inputs"),
                WORDS.get("recipe.pinned", recipe.inputs().size()));
        return grid;
    }

    private static GridPane packages(List<Recipe.Package> packages) {
        GridPane grid = grid();
        grid.addRow(
                0, faint("recipe.package"), faint("recipe.template"), faint("recipe.needs"), faint("recipe.recipe"));
        for (Recipe.Package each : packages) {
            Label needs = new Label(String.join(", ", each.dependencies()));
            needs.setWrapText(true);
            grid.addRow(grid.getRowCount(), whole(each.name()), whole(each.template()), needs, code(each.recipe()));
        }
        return grid;
    }

    private static GridPane programs(List<Recipe.PinnedFile> programs) {
        GridPane grid = grid();
        grid.addRow(0, faint("recipe.program"), faint("recipe.hash"));
        for (Recipe.PinnedFile each : programs) {
            grid.addRow(grid.getRowCount(), whole(each.fileName()), code(each.sha256()));
        }
        return grid;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("recipe-grid");
        return grid;
    }

    private static void add(GridPane grid, String name, String value) {
        Label label = whole(name);
        label.getStyleClass().add("faint");
        grid.addRow(grid.getRowCount(), label, code(value));
    }

    private static Label head(String key, int count) {
        Label label = new Label(WORDS.get(key, count));
        label.getStyleClass().add("section-title");
        return label;
    }

    private static Label faint(String key) {
        Label label = whole(WORDS.get(key));
        label.getStyleClass().add("faint");
        return label;
    }

    private static Label code(String text) {
        Label label = whole(text);
        label.getStyleClass().add("mono");
        return label;
    }

    /** A text that is never cut off. */
    private static Label whole(String text) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
