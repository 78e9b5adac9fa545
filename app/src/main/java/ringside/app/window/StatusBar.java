package ringside.app.window;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import ringside.app.command.CommandName;
import ringside.app.command.KeyMap;
import ringside.app.simulation.Frame;
import ringside.app.simulation.Simulation;
import ringside.app.simulation.Status;
import ringside.app.simulation.Status.Activity;
import ringside.pane.NumberText;
import ringside.pane.Words;

/** The status bar: what the simulation is doing, which key goes on, and where in time it stands. */
final class StatusBar extends HBox {
    private static final Words WORDS = Words.bundle("window");

    private final KeyMap keys;
    private final Label state = new Label();
    private final Label message = new Label();
    private final Label instruction = new Label();
    private final Label virtualTime = new Label();
    private final Label mode = new Label();
    private final Label reach = new Label();

    StatusBar(KeyMap keys, Simulation simulation) {
        this.keys = keys;
        getStyleClass().add("status-bar");
        state.getStyleClass().add("status-state");
        state.setMinWidth(Region.USE_PREF_SIZE);
        message.getStyleClass().add("status-message");
        message.setMinWidth(0);
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        for (Label label : List.of(instruction, virtualTime, mode, reach)) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(state, message, instruction, virtualTime, mode, reach);
        setMinWidth(0);
        widthProperty().addListener((property, old, now) -> {
            double width = now.doubleValue() / message.getFont().getSize();
            show(reach, width > 105);
            show(mode, width > 85);
            show(virtualTime, width > 65);
        });
        simulation.frameProperty().addListener((property, old, now) -> show(now));
        show(simulation.frameProperty().get());
    }

    private static void show(Label label, boolean shown) {
        label.setVisible(shown);
        label.setManaged(shown);
    }

    private void show(Frame frame) {
        Status status = frame.status();
        Activity activity = status.activity();
        state.setText(symbol(status) + " " + WORDS.get("status." + activity));
        state.getStyleClass().setAll("label", "status-state", styleOf(status));
        message.getStyleClass().setAll("label", "status-message", status.failed() ? "bad" : "plain");
        message.setText(messageOf(status));
        instruction.setText(status.isLoaded() ? instructionOf(status) : "");
        virtualTime.setText(status.isLoaded() ? WORDS.get("status.virtual", time(status.virtualMicroseconds())) : "");
        mode.setText(status.mode());
        reach.setText(!status.isLoaded() ? "" : reachOf(status));
    }

    private static String instructionOf(Status status) {
        String text = WORDS.get("status.instruction", NumberText.grouped(status.mark()));
        return status.frontier() > status.mark()
                ? text + " " + WORDS.get("status.frontier", NumberText.grouped(status.frontier()))
                : text;
    }

    private static String reachOf(Status status) {
        return status.reach() == 0
                ? WORDS.get("status.reach.all")
                : WORDS.get("status.reach.from", NumberText.grouped(status.reach()));
    }

    private String messageOf(Status status) {
        String hint = switch (status.activity()) {
            case EMPTY -> "";
            case PAUSED -> hint("status.hint.paused", CommandName.STEP, CommandName.RUN);
            case REPLAYING -> hint("status.hint.replaying", CommandName.STEP, CommandName.RUN);
            case RUNNING, SEEKING -> hint("status.hint.running", CommandName.PAUSE);
            case ENDED -> hint("status.hint.ended", CommandName.STEP_BACK, CommandName.RESTART);
        };
        String progress = status.progress() < 0 ? "" : String.format(Locale.ROOT, "%.0f %%  ", 100 * status.progress());
        return progress + (status.message().isEmpty() ? hint : status.message() + "   " + hint);
    }

    private String hint(String key, CommandName... commands) {
        Object[] names = new Object[commands.length];
        for (int i = 0; i < commands.length; i++) {
            names[i] = keys.text(commands[i]);
        }
        return WORDS.get(key, names);
    }

    private static String styleOf(Status status) {
        return switch (status.activity()) {
            case EMPTY -> "empty";
            case PAUSED -> "paused";
            case REPLAYING -> "replaying";
            case RUNNING, SEEKING -> "running";
            case ENDED -> status.failed() ? "died" : "ended";
        };
    }

    private static String symbol(Status status) {
        return switch (status.activity()) {
            case EMPTY -> "\u25cb";
            case PAUSED -> "\u25a0";
            case REPLAYING -> "\u25c0\u25b6";
            case RUNNING -> "\u25b6";
            case SEEKING -> "\u21bb";
            case ENDED -> status.failed() ? "\u2716" : "\u25a0";
        };
    }

    /** A time span with a fitting unit, such as {@code 48.2 ms}. */
    static String time(double microseconds) {
        if (microseconds == 0) {
            return "0 \u00b5s";
        }
        if (microseconds < 1000) {
            return String.format(Locale.ROOT, "%.1f \u00b5s", microseconds);
        }
        if (microseconds < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f ms", microseconds / 1000);
        }
        return String.format(Locale.ROOT, "%.2f s", microseconds / 1_000_000);
    }
}
