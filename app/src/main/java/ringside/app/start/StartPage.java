package ringside.app.start;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.kernels.image.Recipe;
import ringside.pane.Words;

/** The start page: a card for each kernel style, the lessons, the recent files, and a way to open others. */
public final class StartPage extends StackPane {
    private static final Words WORDS = Words.bundle("window");

    /** What the start page asks for. */
    public interface Choice {
        /** Boots a bundled image, or opens a file. */
        void open(String imageOrFile);

        /** Starts a lesson. */
        void lesson(String id);

        /** Asks the user for a file. */
        void browse();
    }

    private final Choice choice;

    /** Makes the page. */
    public StartPage(StartContent content, Choice choice) {
        this.choice = choice;
        getStyleClass().add("start-page");
        Label title = new Label(WORDS.get("start.title"));
        title.getStyleClass().add("start-title");
        Label subtitle = new Label(WORDS.get("start.subtitle"));
        subtitle.getStyleClass().add("start-subtitle");
        HBox cards = new HBox();
        cards.getStyleClass().add("start-cards");
        for (StartContent.Card card : content.cards()) {
            Node node = card(card);
            HBox.setHgrow(node, Priority.ALWAYS);
            cards.getChildren().add(node);
        }
        HBox lower = new HBox(lessons(content), others(content), recent(content));
        lower.getStyleClass().add("start-lower");
        VBox page = new VBox(title, subtitle, cards, lower);
        page.getStyleClass().add("start-content");
        page.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane centred = new StackPane(page);
        centred.setAlignment(Pos.CENTER);
        ScrollPane scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("pane-scroll");
        getChildren().add(scroll);
    }

    private Node card(StartContent.Card card) {
        String key = "start." + card.style() + ".";
        Region dot = new Region();
        dot.getStyleClass().addAll("style-dot", card.style());
        Label name = new Label(WORDS.get(key + "name"));
        name.getStyleClass().add("card-name");
        HBox head = new HBox(dot, name);
        head.getStyleClass().add("card-head");
        Label machine = new Label(WORDS.get(key + "machine"));
        machine.getStyleClass().add("card-machine");
        Label text = new Label(WORDS.get(key + "text"));
        text.setWrapText(true);
        text.getStyleClass().add("card-text");
        VBox.setVgrow(text, Priority.ALWAYS);
        text.setMaxHeight(Double.MAX_VALUE);
        VBox box = new VBox(head, machine, text);
        box.getStyleClass().addAll("start-card", "card-" + card.style());
        card.image().ifPresentOrElse(image -> addBoot(box, card, image), () -> {
            box.getStyleClass().add("card-absent");
            Label reason = new Label(WORDS.get(card.reason()));
            reason.setWrapText(true);
            reason.getStyleClass().add("card-reason");
            box.getChildren().add(reason);
        });
        return box;
    }

    private void addBoot(VBox box, StartContent.Card card, Recipe image) {
        Button boot = new Button(WORDS.get("start.boot"));
        boot.setId("boot-" + card.style());
        boot.getStyleClass().add("primary-button");
        boot.setAccessibleText(WORDS.get("start.boot") + " " + image.name());
        boot.setOnAction(event -> choice.open(image.name()));
        boot.setDefaultButton(true);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox row = new HBox(boot, between, contents(image, WORDS.get("start.contents")));
        row.getStyleClass().add("start-row");
        box.getChildren().add(row);
        for (Recipe variant : card.variants()) {
            box.getChildren().add(variant(variant));
        }
        box.setOnMouseClicked(event -> choice.open(image.name()));
    }

    /** Another image of the same style, in one line. */
    private Node variant(Recipe image) {
        Button open = link(image.name(), "boot-" + image.name());
        open.setTooltip(new Tooltip(image.description()));
        open.setOnAction(event -> choice.open(image.name()));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox row = new HBox(open, between, contents(image, WORDS.get("start.contents")));
        row.getStyleClass().add("start-row");
        return row;
    }

    /** Shows what is in an image. */
    private Button contents(Recipe image, String text) {
        Button show = link(text, "contents-" + image.name());
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setAccessibleText(WORDS.get("recipe.title", image.name()));
        show.setOnAction(event -> {
            RecipeSheet sheet = new RecipeSheet(image, () -> {
                getChildren().removeIf(RecipeSheet.class::isInstance);
                show.requestFocus();
            });
            getChildren().add(sheet);
            sheet.requestFocus();
        });
        return show;
    }

    private static Button link(String text, String id) {
        Button link = new Button(text);
        link.getStyleClass().add("start-link");
        link.setId(id);
        return link;
    }

    private Node lessons(StartContent content) {
        VBox box = section("start.lessons");
        for (StartContent.Lesson lesson : content.lessons()) {
            Button open = link(lesson.title(), "lesson-" + lesson.id());
            open.setOnAction(event -> choice.lesson(lesson.id()));
            Label length = new Label(WORDS.get("start.lesson.minutes", lesson.steps(), lesson.minutes()));
            length.getStyleClass().add("faint");
            length.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(open, length);
            row.getStyleClass().add("start-row");
            box.getChildren().add(row);
        }
        if (content.lessons().isEmpty()) {
            box.getChildren().add(faint("start.noLessons"));
        }
        return box;
    }

    private Node others(StartContent content) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("recipe-grid");
        for (Recipe other : content.others()) {
            Button open = link(other.name(), "boot-" + other.name());
            open.setTooltip(new Tooltip(other.description()));
            open.setOnAction(event -> choice.open(other.name()));
            Label machine = new Label(other.machine());
            machine.getStyleClass().add("faint");
            machine.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), open, machine, contents(other, WORDS.get("start.contents.short")));
        }
        VBox box = section("start.others");
        box.getChildren().add(grid);
        return box;
    }

    private Node recent(StartContent content) {
        VBox box = section("start.recent");
        for (String file : content.recent()) {
            Button open = new Button(Path.of(file).getFileName().toString());
            open.getStyleClass().add("start-link");
            open.setTooltip(new Tooltip(file));
            open.setOnAction(event -> choice.open(file));
            box.getChildren().add(open);
        }
        if (content.recent().isEmpty()) {
            box.getChildren().add(faint("start.noRecent"));
        }
        Button browse = new Button(WORDS.get("start.open"));
        browse.getStyleClass().add("plain-button");
        browse.setOnAction(event -> choice.browse());
        box.getChildren().addAll(browse, faint("start.drop"));
        return box;
    }

    private static VBox section(String key) {
        Label title = new Label(WORDS.get(key));
        title.getStyleClass().add("section-title");
        VBox box = new VBox(title);
        box.getStyleClass().add("start-section");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static Label faint(String key) {
        Label label = new Label(WORDS.get(key));
        label.getStyleClass().add("faint");
        label.setWrapText(true);
        return label;
    }
}
