package ringside.app.command;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import ringside.pane.Words;

/** What the commands do in one window, and when they can be given. */
public final class Commands {
    private static final BooleanExpression ALWAYS = new SimpleBooleanProperty(true);
    private static final Words WORDS = Words.bundle("window");

    private record Binding(Runnable action, BooleanExpression enabled) {}

    private final Map<CommandName, Binding> bindings = new EnumMap<>(CommandName.class);
    private final KeyMap keys;

    /** Makes an empty table with these keys. */
    public Commands(KeyMap keys) {
        this.keys = keys;
    }

    /** Says what a command does; it can always be given. */
    public void bind(CommandName command, Runnable action) {
        bind(command, action, ALWAYS);
    }

    /** Says what a command does, and when it can be given. */
    public void bind(CommandName command, Runnable action, BooleanExpression enabled) {
        bindings.put(command, new Binding(action, enabled));
    }

    /** Whether the command does anything in this window. */
    public boolean isBound(CommandName command) {
        return bindings.containsKey(command);
    }

    /** Whether the command can be given now. */
    public BooleanExpression enabled(CommandName command) {
        Binding binding = bindings.get(command);
        return binding == null ? new SimpleBooleanProperty(false) : binding.enabled();
    }

    /** Gives the command, if it can be given now. Returns whether it was. */
    public boolean perform(CommandName command) {
        Binding binding = bindings.get(command);
        if (binding == null || !binding.enabled().get()) {
            return false;
        }
        binding.action().run();
        return true;
    }

    /** The keys. */
    public KeyMap keys() {
        return keys;
    }

    /** The command's name for people. */
    public static String title(CommandName command) {
        return WORDS.get("command." + command.id());
    }

    /** The command's name with its key, for tooltips. */
    public String titleWithKey(CommandName command) {
        String key = keys.text(command);
        return key.isEmpty() ? title(command) : title(command) + "  (" + key + ")";
    }

    /** Makes the keys work in this scene. */
    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::handle);
    }

    /** Gives the timeline's command of this key, if it has one. */
    public void handleTimeline(KeyEvent event) {
        for (CommandName command : bindings.keySet()) {
            boolean isTimeline = command.category() == CommandName.Category.TIMELINE;
            boolean matches = keys.key(command).map(key -> key.match(event)).orElse(false)
                    || (command == CommandName.TIMELINE_ZOOM_IN
                            && event.getText().equals("+"))
                    || (command == CommandName.TIMELINE_ZOOM_OUT
                            && event.getText().equals("-"));
            if (isTimeline && matches) {
                perform(command);
                event.consume();
                return;
            }
        }
    }

    private void handle(KeyEvent event) {
        for (CommandName command : bindings.keySet()) {
            if (command.category() == CommandName.Category.TIMELINE) {
                continue;
            }
            boolean matches = keys.key(command).map(key -> key.match(event)).orElse(false)
                    || ALSO.getOrDefault(command, List.of()).stream().anyMatch(key -> key.match(event));
            if (matches) {
                perform(command);
                event.consume();
                return;
            }
        }
    }

    /** Where plus, minus and nought are depends on the keyboard: beside the letters, shifted or not, or by themselves. */
    private static final Map<CommandName, List<KeyCombination>> ALSO = Map.of(
            CommandName.ZOOM_IN, keys("Shortcut+Shift+Equals", "Shortcut+Plus", "Shortcut+Add"),
            CommandName.ZOOM_OUT, keys("Shortcut+Subtract"),
            CommandName.ZOOM_RESET, keys("Shortcut+Numpad 0"));

    private static List<KeyCombination> keys(String... names) {
        return Stream.of(names).map(KeyCombination::valueOf).toList();
    }
}
