package ringside.pane.ipc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ringside.pane.Words;

/** The controls above the chart: which messages, which page, as a chart or as a list. */
final class FilterBar extends HBox {
    private final IpcPaneModel model;
    private final Runnable onFiltered;
    private final MenuButton tasks = menu("ipc.filter.task");
    private final MenuButton schemes = menu("ipc.filter.scheme");
    private final MenuButton operations = menu("ipc.filter.operation");
    private final TextField text = new TextField();
    private final Button earlier;
    private final Button latest;
    private final ToggleButton list = new ToggleButton("\u2630");

    FilterBar(IpcPaneModel model, Runnable onFiltered, Runnable onPaged, Consumer<Boolean> onList) {
        this.model = model;
        this.onFiltered = onFiltered;
        getStyleClass().addAll("pane-bar", "filter-bar");
        setAlignment(Pos.CENTER_LEFT);
        text.setPromptText(Words.of("ipc.filter.text"));
        text.setAccessibleText(Words.of("ipc.filter.text"));
        text.setId("ipc-filter-text");
        text.getStyleClass().add("filter-text");
        text.textProperty()
                .addListener((property, old, now) -> filter(model.filter().withText(now)));
        HBox.setHgrow(text, Priority.SOMETIMES);
        earlier = button("\u2039", "ipc.earlier", () -> {
            model.earlier();
            onPaged.run();
        });
        latest = button("\u203a\u203a", "ipc.latest", () -> {
            model.latest();
            onPaged.run();
        });
        earlier.setId("ipc-earlier");
        latest.setId("ipc-latest");
        list.getStyleClass().add("quiet-button");
        list.setId("ipc-as-list");
        list.setAccessibleText(Words.of("ipc.asList"));
        list.setTooltip(new Tooltip(Words.of("ipc.asList")));
        list.setMinWidth(Region.USE_PREF_SIZE);
        list.selectedProperty().addListener((property, old, now) -> onList.accept(now));
        getChildren().addAll(tasks, schemes, operations, text, earlier, latest, list);
    }

    private static MenuButton menu(String key) {
        MenuButton menu = new MenuButton(Words.of(key + ".all"));
        menu.getStyleClass().add("quiet-menu");
        menu.setAccessibleText(Words.of(key));
        menu.setTooltip(new Tooltip(Words.of(key)));
        return menu;
    }

    private static Button button(String label, String key, Runnable action) {
        Button button = new Button(label);
        button.getStyleClass().add("quiet-button");
        button.setTooltip(new Tooltip(Words.of(key)));
        button.setAccessibleText(Words.of(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void filter(MessageFilter filter) {
        model.filter(filter);
        onFiltered.run();
    }

    void focusText() {
        text.requestFocus();
    }

    /** Lists only the messages of a task. */
    void chooseTask(int task) {
        filter(model.filter().withTask(task));
    }

    /** Offers what the model has now. */
    void refresh() {
        MessageFilter filter = model.filter();
        Map<String, Runnable> choices = new LinkedHashMap<>();
        Map<Integer, String> names = model.tasks();
        String allTasks = Words.of("ipc.filter.task.all");
        choices.put(allTasks, () -> chooseTask(MessageFilter.ANY_TASK));
        names.forEach((task, name) -> choices.put(
                names.values().stream().filter(name::equals).count() > 1 ? name + " " + task : name,
                () -> chooseTask(task)));
        String task = filter.task() == MessageFilter.ANY_TASK ? allTasks : names.getOrDefault(filter.task(), "?");
        offer(tasks, choices, task);
        offer(
                schemes,
                "ipc.filter.scheme.all",
                model.schemes(),
                filter.scheme(),
                value -> filter(model.filter().withScheme(value)));
        offer(
                operations,
                "ipc.filter.operation.all",
                model.operations(),
                filter.operation(),
                value -> filter(model.filter().withOperation(value)));
        earlier.setDisable(!model.hasEarlier());
        latest.setDisable(!model.hasLater());
    }

    private static void offer(
            MenuButton menu, String allKey, List<String> values, String chosen, Consumer<String> action) {
        Map<String, Runnable> choices = new LinkedHashMap<>();
        choices.put(Words.of(allKey), () -> action.accept(""));
        values.forEach(value -> choices.put(value, () -> action.accept(value)));
        offer(menu, choices, chosen.isEmpty() ? Words.of(allKey) : chosen);
    }

    private static void offer(MenuButton menu, Map<String, Runnable> choices, String chosen) {
        List<String> now = menu.getItems().stream().map(MenuItem::getText).toList();
        if (!now.equals(List.copyOf(choices.keySet()))) {
            menu.getItems().clear();
            choices.forEach((name, action) -> {
                MenuItem item = new MenuItem(name);
                item.setMnemonicParsing(false);
                item.setOnAction(event -> action.run());
                menu.getItems().add(item);
            });
        }
        menu.setText(chosen);
    }
}
