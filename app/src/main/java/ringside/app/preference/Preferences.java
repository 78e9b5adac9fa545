package ringside.app.preference;

import java.util.List;
import java.util.Map;

/**
 * What the program remembers between runs.
 *
 * @param theme the name of the theme
 * @param zoom the zoom, 1 for the ordinary size
 * @param keys keys by command id, over the presets
 * @param recent files opened or saved, the latest first
 */
public record Preferences(String theme, double zoom, Map<String, String> keys, List<String> recent) {
    private static final int RECENT = 8;

    /** What holds when nothing is remembered. */
    public static final Preferences DEFAULTS = new Preferences("dark", 1, Map.of(), List.of());

    /** Copies what could change. */
    public Preferences {
        keys = Map.copyOf(keys);
        recent = List.copyOf(recent);
    }

    /** The same with another theme and zoom. */
    public Preferences withLook(String newTheme, double newZoom) {
        return new Preferences(newTheme, newZoom, keys, recent);
    }

    /** The same with this file as the latest one. */
    public Preferences withRecent(String file) {
        java.util.ArrayList<String> files = new java.util.ArrayList<>(recent);
        files.remove(file);
        files.add(0, file);
        return new Preferences(theme, zoom, keys, files.subList(0, Math.min(RECENT, files.size())));
    }
}
