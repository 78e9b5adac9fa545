package ringside.app.window;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.command.CommandName;
import ringside.app.command.Commands;
import ringside.app.simulation.Frame;
import ringside.app.simulation.Simulation;
import ringside.app.simulation.Status;
import ringside.pane.Words;

/** The toolbar: what is open, the steps through time, the next event, the speed, and the way to find anything. */
final class Toolbar extends HBox {
    private static final Words WORDS = Words.bundle("window");
    private final Commands commands;
    private final Label image = new Label();
    private final Label machine = new Label();
    private final Region dot = new Region();
    private final HBox chip = new HBox(dot, image, machine);
    private Button run;
    private Button pause;
    private final List<Node> roomy = new ArrayList<>();
    private final List<Node> lessRoomy = new ArrayList<>();
    private final List<Node> veryRoomy = new ArrayList<>();
    private final Simulation simulation;
    private final HBox runHolder = new HBox();
    private final MenuButton next = new MenuButton();
    private Node speed;
    private Node findBox;
    private String eventKind = "system-call";
    private List<String> offered = List.of();

    Toolbar(Commands commands, Simulation simulation) {
        this.commands = commands;
        this.simulation = simulation;
        getStyleClass().add("toolbar");
    }

    /** Fills the toolbar; the commands must have been bound before. */
    void build() {
        chip.getStyleClass().add("chip");
        dot.getStyleClass().add("style-dot");
        image.getStyleClass().add("chip-image");
        Button logo = new Button(WORDS.get("app.name"));
        logo.getStyleClass().add("logo");
        logo.setTooltip(new Tooltip(commands.titleWithKey(CommandName.START_PAGE)));
        logo.setOnAction(event -> commands.perform(CommandName.START_PAGE));
        run = button(CommandName.RUN, "mdi2p-play", "toolbar.run", true, "last");
        pause = button(CommandName.PAUSE, "mdi2p-pause", "toolbar.pause", true, "last", "primary");
        runHolder.setAlignment(Pos.CENTER);
        runHolder.getChildren().setAll(run);
        HBox back = group(
                button(CommandName.PREVIOUS_EVENT, "mdi2s-skip-backward", "toolbar.back-to-event", false, "first"),
                button(CommandName.STEP_BACK, "mdi2s-step-backward", "toolbar.back", false, "last"));
        HBox forward = group(
                button(CommandName.STEP, "mdi2s-step-forward", "toolbar.step", true, "first", "primary"),
                button(CommandName.OVER, "mdi2d-debug-step-over", "toolbar.over", true),
                button(CommandName.OUT, "mdi2d-debug-step-out", "toolbar.out", false),
                runHolder);
        buildNext();
        speed = new SpeedControl(simulation);
        findBox = find();
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        getChildren().addAll(logo, chip, back, forward, group(next), speed, spring, findBox, zoom(), theme());
        for (Node node : getChildren()) {
            if (node instanceof Region region && node != spring && node != chip) {
                region.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
        chip.setMinWidth(Region.USE_PREF_SIZE);
        setMinWidth(0);
        image.setMinWidth(Region.USE_PREF_SIZE);
        machine.setMinWidth(0);
        dot.setMinWidth(Region.USE_PREF_SIZE);
        simulation.frameProperty().addListener((property, old, now) -> show(now));
        show(simulation.frameProperty().get());
        widthProperty().addListener((property, old, now) -> fit());
        machine.fontProperty().addListener((property, old, now) -> Platform.runLater(this::fit));
    }

    /** Leaves out what is least needed where the window is narrow or the letters are large. */
    private void fit() {
        double width = getWidth() / machine.getFont().getSize();
        show(veryRoomy, width > 132);
        show(roomy, width > 122);
        show(List.of(machine), width > 113);
        show(lessRoomy, width > 104);
        show(List.of(speed), width > 98);
        show(List.of(findBox), width > 84);
        show(
                List.of(chip),
                width > 78 && simulation.frameProperty().get().status().isLoaded());
    }

    private static void show(List<Node> nodes, boolean shown) {
        for (Node node : nodes) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    private void buildNext() {
        next.getStyleClass().addAll("tool", "tool-menu", "first", "last");
        next.setAccessibleText(Commands.title(CommandName.NEXT_EVENT));
        next.setTooltip(new Tooltip(commands.titleWithKey(CommandName.NEXT_EVENT)));
        choose(eventKind);
        next.disableProperty().bind(commands.enabled(CommandName.NEXT_EVENT).not());
    }

    private void offer(List<String> kinds) {
        if (kinds.equals(offered)) {
            return;
        }
        offered = kinds;
        next.getItems().clear();
        for (String kind : kinds) {
            MenuItem item = new MenuItem(WORDS.get("event." + kind));
            item.setOnAction(event -> {
                choose(kind);
                commands.perform(CommandName.NEXT_EVENT);
            });
            next.getItems().add(item);
        }
        if (!kinds.contains(eventKind)) {
            choose(kinds.get(0));
        }
    }

    private void choose(String kind) {
        eventKind = kind;
        next.setText(WORDS.get("toolbar.next", WORDS.get("event." + kind)));
    }

    /** The kind of event that "next" goes to. */
    String eventKind() {
        return eventKind;
    }

    private Button button(CommandName command, String icon, String textKey, boolean showKey, String... styles) {
        HBox content = new HBox(new FontIcon(icon));
        content.getStyleClass().add("tool-content");
        Label text = new Label(WORDS.get(textKey));
        text.getStyleClass().add("tool-text");
        content.getChildren().add(text);
        if (command == CommandName.PREVIOUS_EVENT) {
            lessRoomy.add(text);
        }
        if (showKey && !commands.keys().text(command).isEmpty()) {
            Label key = new Label(commands.keys().text(command));
            key.getStyleClass().add("key-hint");
            roomy.add(key);
            content.getChildren().add(key);
        }
        Button button = new Button();
        button.setGraphic(content);
        button.setId("tool-" + command.id());
        button.getStyleClass().add("tool");
        button.getStyleClass().addAll(styles);
        button.setAccessibleText(Commands.title(command));
        button.setTooltip(new Tooltip(commands.titleWithKey(command)));
        button.setOnAction(event -> commands.perform(command));
        button.disableProperty().bind(commands.enabled(command).not());
        return button;
    }

    private Button iconButton(CommandName command, String icon) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(Commands.title(command));
        button.setTooltip(new Tooltip(commands.titleWithKey(command)));
        button.setOnAction(event -> commands.perform(command));
        return button;
    }

    private Node zoom() {
        return iconButton(CommandName.ZOOM_IN, "mdi2f-format-font-size-increase");
    }

    private Node theme() {
        return iconButton(CommandName.THEME, "mdi2t-theme-light-dark");
    }

    private Node find() {
        Label prompt = new Label(WORDS.get("toolbar.find"));
        Label key = new Label(commands.keys().text(CommandName.PALETTE));
        veryRoomy.add(key);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox content = new HBox(12, prompt, gap, key);
        content.setAlignment(Pos.CENTER_LEFT);
        Button find = new Button();
        find.setGraphic(content);
        find.getStyleClass().add("find-box");
        find.setAccessibleText(Commands.title(CommandName.PALETTE));
        find.setOnAction(event -> commands.perform(CommandName.PALETTE));
        return find;
    }

    private static HBox group(Node... buttons) {
        HBox group = new HBox(buttons);
        group.getStyleClass().add("button-group");
        return group;
    }

    private void show(Frame frame) {
        Status status = frame.status();
        offer(EventChoices.of(status.machine(), status.style()));
        image.setText(status.image());
        machine.setText("\u00b7 " + machineName(status.machine()) + " \u00b7 " + status.board());
        if (chip.isVisible() != status.isLoaded()) {
            fit();
        }
        dot.getStyleClass().setAll("style-dot", status.style());
        Button wanted = status.isBusy() ? pause : run;
        if (runHolder.getChildren().get(0) != wanted) {
            runHolder.getChildren().setAll(wanted);
        }
    }

    private static String machineName(String kind) {
        return switch (kind) {
            case "cortex-m3" -> "Cortex-M3";
            case "cortex-m4" -> "Cortex-M4";
            default -> kind;
        };
    }
}
