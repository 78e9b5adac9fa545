package ringside.app.window;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import ringside.app.command.CommandName;
import ringside.app.command.Commands;
import ringside.app.command.KeyMap;
import ringside.app.simulation.Simulation;
import ringside.app.simulation.Simulation.Direction;
import ringside.app.theme.Appearance;
import ringside.pane.Words;

/** The main window: it puts toolbar, panes and status bar together, and says what the commands do. */
public final class MainWindow {
    private final Stage stage;
    private final Simulation simulation;
    private final Appearance appearance;
    private final Commands commands;
    private final PaneFeed feed;
    private final PaneDocks docks;
    private final Toolbar toolbar;
    private final StackPane layers = new StackPane();

    /** Builds the window. */
    public MainWindow(Stage stage, Simulation simulation, Appearance appearance, KeyMap keys) {
        this.stage = stage;
        this.simulation = simulation;
        this.appearance = appearance;
        commands = new Commands(keys);
        feed = new PaneFeed(simulation);
        docks = new PaneDocks(PaneSet.all(), feed::refresh);
        bindCommands();
        toolbar = new Toolbar(commands, simulation);
        BorderPane frame = new BorderPane(docks);
        frame.getStyleClass().add("window-frame");
        frame.setTop(toolbar);
        frame.setBottom(new StatusBar(keys, simulation));
        layers.getChildren().add(frame);
        Scene scene = new Scene(layers, 1600, 1000);
        appearance.follow(scene);
        commands.install(scene);
        stage.setScene(scene);
        stage.setMinWidth(1000);
        stage.setMinHeight(640);
        stage.setTitle(Words.bundle("window").get("app.name"));
        feed.feed(docks);
    }

    private void bindCommands() {
        BooleanBinding loaded = Bindings.createBooleanBinding(
                () -> simulation.frameProperty().get().status().isLoaded(), simulation.frameProperty());
        BooleanBinding resting = Bindings.createBooleanBinding(
                () -> {
                    var status = simulation.frameProperty().get().status();
                    return status.isLoaded() && !status.isBusy();
                },
                simulation.frameProperty());
        BooleanBinding busy = Bindings.createBooleanBinding(
                () -> simulation.frameProperty().get().status().isBusy(), simulation.frameProperty());
        commands.bind(CommandName.STEP, () -> simulation.step(Direction.FORWARDS), resting);
        commands.bind(CommandName.STEP_BACK, () -> simulation.step(Direction.BACKWARDS), resting);
        commands.bind(CommandName.OVER, () -> simulation.over(Direction.FORWARDS), resting);
        commands.bind(CommandName.OVER_BACK, () -> simulation.over(Direction.BACKWARDS), resting);
        commands.bind(CommandName.OUT, () -> simulation.out(Direction.FORWARDS), resting);
        commands.bind(CommandName.OUT_BACK, () -> simulation.out(Direction.BACKWARDS), resting);
        commands.bind(CommandName.RUN, () -> simulation.run(Direction.FORWARDS), resting);
        commands.bind(CommandName.RUN_BACK, () -> simulation.run(Direction.BACKWARDS), resting);
        commands.bind(CommandName.NEXT_EVENT, () -> simulation.toEvent(Direction.FORWARDS, toolbar.eventKind()), resting);
        commands.bind(
                CommandName.PREVIOUS_EVENT, () -> simulation.toEvent(Direction.BACKWARDS, toolbar.eventKind()), resting);
        commands.bind(CommandName.TO_CURSOR, () -> feed.runToSelected(Direction.FORWARDS), resting);
        commands.bind(CommandName.TO_CURSOR_BACK, () -> feed.runToSelected(Direction.BACKWARDS), resting);
        commands.bind(CommandName.PAUSE, simulation::pause, busy);
        commands.bind(CommandName.BREAKPOINT, feed::toggleSelectedBreakpoint, loaded);
        commands.bind(CommandName.RESTART, simulation::restart, loaded);
        commands.bind(CommandName.ZOOM_IN, appearance::zoomIn);
        commands.bind(CommandName.ZOOM_OUT, appearance::zoomOut);
        commands.bind(CommandName.ZOOM_RESET, appearance::zoomReset);
        commands.bind(CommandName.THEME, () -> appearance
                .themeProperty()
                .set(appearance.themeProperty().get().next()));
        commands.bind(CommandName.RESET_LAYOUT, docks::arrange);
        commands.bind(CommandName.QUIT, stage::close);
    }

    /** Opens the window. */
    public void show() {
        stage.show();
        javafx.application.Platform.runLater(stage::sizeToScene);
    }

    /** The table of commands. */
    public Commands commands() {
        return commands;
    }
}
