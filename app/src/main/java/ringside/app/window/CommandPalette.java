package ringside.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ringside.pane.Words;

/** The command palette: type a part of a name, Enter does it, Escape leaves. */
final class CommandPalette extends StackPane {
    private static final Words WORDS = Words.bundle("window");

    /** Something that can be chosen: its name, its key, and what it does. */
    record Entry(String title, String key, Runnable action) {}

    private final TextField query = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private final Function<String, List<Entry>> search;
    private Node focusBefore;

    CommandPalette(Function<String, List<Entry>> search) {
        this.search = search;
        getStyleClass().add("palette-shade");
        query.setPromptText(WORDS.get("palette.prompt"));
        query.setAccessibleText(WORDS.get("palette.prompt"));
        query.setId("palette-query");
        query.getStyleClass().add("palette-query");
        list.getStyleClass().add("palette-list");
        list.setPlaceholder(new Label(WORDS.get("palette.none")));
        list.setCellFactory(view -> new EntryCell());
        VBox box = new VBox(query, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        query.textProperty().addListener((property, old, now) -> update(now));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.setOnMouseClicked(event -> choose());
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                hide();
            }
        });
        setVisible(false);
    }

    private void keyPressed(KeyEvent event) {
        int selected = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
        } else if (event.getCode() == KeyCode.DOWN) {
            select(selected + 1);
        } else if (event.getCode() == KeyCode.UP) {
            select(selected - 1);
        } else {
            return;
        }
        event.consume();
    }

    private void select(int index) {
        int bounded = Math.max(0, Math.min(list.getItems().size() - 1, index));
        list.getSelectionModel().select(bounded);
        list.scrollTo(Math.max(0, bounded - 5));
    }

    private void choose() {
        Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            hide();
            entry.action().run();
        }
    }

    void show() {
        focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        query.clear();
        update("");
        setVisible(true);
        query.requestFocus();
    }

    void hide() {
        setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }

    private void update(String text) {
        list.getItems().setAll(search.apply(text.strip()));
        select(0);
    }

    /** The entries whose titles hold every word of the text, those that begin with it first. */
    static List<Entry> matching(List<Entry> all, String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("\\s+");
        List<Entry> first = new ArrayList<>();
        List<Entry> rest = new ArrayList<>();
        for (Entry entry : all) {
            String title = entry.title().toLowerCase(Locale.ROOT);
            boolean matches = true;
            for (String word : words) {
                matches &= title.contains(word);
            }
            if (matches) {
                (title.startsWith(words[0]) ? first : rest).add(entry);
            }
        }
        first.addAll(rest);
        return first;
    }

    private static final class EntryCell extends ListCell<Entry> {
        private final Label title = new Label();
        private final Label key = new Label();
        private final HBox row = new HBox(title, key);

        EntryCell() {
            row.getStyleClass().add("palette-row");
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            key.getStyleClass().add("faint");
        }

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty || entry == null ? null : row);
            if (!empty && entry != null) {
                title.setText(entry.title());
                key.setText(entry.key());
            }
        }
    }
}
