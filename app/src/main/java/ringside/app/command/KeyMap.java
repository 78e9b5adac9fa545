package ringside.app.command;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Which key does what: the presets, with the user's own keys over them. */
public final class KeyMap {
    private final Map<CommandName, KeyCombination> keys = new EnumMap<>(CommandName.class);

    private KeyMap() {}

    /** The presets. On macOS the bare F11 belongs to the system, so stepping also takes Cmd there. */
    public static KeyMap presets() {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        KeyMap map = new KeyMap();
        for (CommandName command : CommandName.values()) {
            String key = mac && command == CommandName.STEP ? "Shortcut+F11" : command.presetKey();
            if (!key.isEmpty()) {
                map.keys.put(command, KeyCombination.valueOf(key));
            }
        }
        return map;
    }

    /**
     * These keys, with others for some commands.
     *
     * @param own keys by command id; an empty key takes the command's key away
     * @throws IllegalArgumentException if a command or a key does not exist, or two commands would share a key
     */
    public KeyMap with(Map<String, String> own) {
        KeyMap map = new KeyMap();
        map.keys.putAll(keys);
        own.forEach((id, key) -> {
            CommandName command = find(id);
            if (key.isBlank()) {
                map.keys.remove(command);
            } else {
                map.keys.put(command, parse(id, key));
            }
        });
        map.collision().ifPresent(text -> {
            throw new IllegalArgumentException(text);
        });
        return map;
    }

    private static CommandName find(String id) {
        for (CommandName command : CommandName.values()) {
            if (command.id().equals(id)) {
                return command;
            }
        }
        throw new IllegalArgumentException("there is no command \"" + id + "\"");
    }

    private static KeyCombination parse(String id, String key) {
        String complaint = "\"" + key + "\" for the command " + id + " is not a key";
        try {
            KeyCombination combination = KeyCombination.valueOf(key);
            if (combination instanceof KeyCodeCombination) {
                return combination;
            }
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException(complaint, bad);
        }
        // A name that JavaFX does not know becomes a combination that no key ever matches.
        throw new IllegalArgumentException(complaint);
    }

    /** The key of a command, if it has one. */
    public Optional<KeyCombination> key(CommandName command) {
        return Optional.ofNullable(keys.get(command));
    }

    /** The key as people read it, such as {@code Ctrl+Shift+F11}; empty if there is none. */
    public String text(CommandName command) {
        KeyCombination key = keys.get(command);
        if (key == null) {
            return "";
        }
        return key.getDisplayText().replaceAll("=$", "+").replaceAll("-$", "\u2212");
    }

    /** Says which two commands share a key, if any do. Keys of the timeline only count among themselves. */
    public Optional<String> collision() {
        Map<String, CommandName> seen = new LinkedHashMap<>();
        for (Map.Entry<CommandName, KeyCombination> entry : keys.entrySet()) {
            boolean timeline = entry.getKey().category() == CommandName.Category.TIMELINE;
            String place = (timeline ? "timeline " : "window ") + normal(entry.getValue());
            CommandName other = seen.put(place, entry.getKey());
            if (other != null) {
                return Optional.of("the key " + entry.getValue() + " is given to both " + other.id() + " and "
                        + entry.getKey().id());
            }
        }
        return Optional.empty();
    }

    private static String normal(KeyCombination key) {
        return key.getName().replace("Shortcut", "Ctrl");
    }
}
