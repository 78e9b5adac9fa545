package ringside.app.window;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import ringside.app.command.CommandName;
import ringside.app.command.Commands;
import ringside.app.simulation.Simulation;
import ringside.app.simulation.Simulation.Direction;
import ringside.app.simulation.Status;
import ringside.app.theme.Appearance;
import ringside.pane.timeline.TimelinePane;

/** Says what each command does to the simulation, the panes and the look of the window. */
final class WindowCommands {
    private final Commands commands;
    private final Simulation simulation;
    private final BooleanBinding loaded;
    private final BooleanBinding resting;
    private final BooleanBinding busy;

    WindowCommands(Commands commands, Simulation simulation) {
        this.commands = commands;
        this.simulation = simulation;
        loaded = Bindings.createBooleanBinding(() -> status().isLoaded(), simulation.frameProperty());
        resting = Bindings.createBooleanBinding(
                () -> status().isLoaded() && !status().isBusy(), simulation.frameProperty());
        busy = Bindings.createBooleanBinding(() -> status().isBusy(), simulation.frameProperty());
    }

    private Status status() {
        return simulation.frameProperty().get().status();
    }

    /** Whether an image is open. */
    BooleanBinding loaded() {
        return loaded;
    }

    void bindTime(java.util.function.Supplier<String> eventKind, PaneFeed feed) {
        bindBothWays(CommandName.STEP, CommandName.STEP_BACK, simulation::step);
        bindBothWays(CommandName.OVER, CommandName.OVER_BACK, simulation::over);
        bindBothWays(CommandName.OUT, CommandName.OUT_BACK, simulation::out);
        bindBothWays(CommandName.RUN, CommandName.RUN_BACK, simulation::run);
        bindBothWays(
                CommandName.NEXT_EVENT,
                CommandName.PREVIOUS_EVENT,
                direction -> simulation.toEvent(direction, eventKind.get()));
        bindBothWays(CommandName.TO_CURSOR, CommandName.TO_CURSOR_BACK, feed::runToSelected);
        commands.bind(CommandName.PAUSE, simulation::pause, busy);
        commands.bind(CommandName.BREAKPOINT, feed::toggleSelectedBreakpoint, loaded);
        commands.bind(CommandName.RESTART, simulation::restart, loaded);
    }

    private void bindBothWays(
            CommandName forwards, CommandName backwards, java.util.function.Consumer<Direction> action) {
        commands.bind(forwards, () -> action.accept(Direction.FORWARDS), resting);
        commands.bind(backwards, () -> action.accept(Direction.BACKWARDS), resting);
    }

    void bindTimeline(TimelinePane timeline, Runnable goTo) {
        commands.bind(CommandName.TIMELINE_LEFT, () -> simulation.step(Direction.BACKWARDS), resting);
        commands.bind(CommandName.TIMELINE_RIGHT, () -> simulation.step(Direction.FORWARDS), resting);
        commands.bind(CommandName.TIMELINE_OVER_LEFT, () -> simulation.over(Direction.BACKWARDS), resting);
        commands.bind(CommandName.TIMELINE_OVER_RIGHT, () -> simulation.over(Direction.FORWARDS), resting);
        commands.bind(CommandName.TIMELINE_HOME, () -> simulation.seek(0), loaded);
        commands.bind(CommandName.TIMELINE_END, () -> simulation.seek(timeline.frontier()), loaded);
        commands.bind(CommandName.TIMELINE_GO_TO, goTo, loaded);
        commands.bind(CommandName.TIMELINE_BOOKMARK, timeline::toggleBookmark, loaded);
        commands.bind(CommandName.TIMELINE_ZOOM_IN, timeline::zoomIn, loaded);
        commands.bind(CommandName.TIMELINE_ZOOM_OUT, timeline::zoomOut, loaded);
        timeline.onKey(commands::handleTimeline);
    }

    void bindLook(Appearance appearance) {
        commands.bind(CommandName.ZOOM_IN, appearance::zoomIn);
        commands.bind(CommandName.ZOOM_OUT, appearance::zoomOut);
        commands.bind(CommandName.ZOOM_RESET, appearance::zoomReset);
        commands.bind(
                CommandName.THEME,
                () -> appearance
                        .themeProperty()
                        .set(appearance.themeProperty().get().next()));
    }
}
