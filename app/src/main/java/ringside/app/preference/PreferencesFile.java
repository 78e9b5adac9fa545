package ringside.app.preference;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The file with the preferences: {@code ringside/preferences.json} in the user's configuration folder.
 *
 * <p>A file that cannot be read is kept beside it under another name, one message says so, and the defaults hold: what
 * the user wrote is never lost without a word.
 */
public final class PreferencesFile {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private final Path file;
    private String problem = "";

    /** The file in that place. */
    public PreferencesFile(Path file) {
        this.file = file;
    }

    /** The file where this system keeps such things. {@code RINGSIDE_CONFIG} names another folder. */
    public static PreferencesFile ofUser() {
        String chosen = System.getenv("RINGSIDE_CONFIG");
        if (chosen != null && !chosen.isBlank()) {
            return new PreferencesFile(Path.of(chosen, "preferences.json"));
        }
        String home = System.getProperty("user.home", ".");
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String appData = System.getenv("APPDATA");
        String xdg = System.getenv("XDG_CONFIG_HOME");
        Path folder;
        if (system.contains("win") && appData != null) {
            folder = Path.of(appData);
        } else if (system.contains("mac")) {
            folder = Path.of(home, "Library", "Application Support");
        } else if (xdg != null && !xdg.isBlank()) {
            folder = Path.of(xdg);
        } else {
            folder = Path.of(home, ".config");
        }
        return new PreferencesFile(folder.resolve("ringside").resolve("preferences.json"));
    }

    /** What went wrong with the file, in one line; empty if nothing did. */
    public String problem() {
        return problem;
    }

    /** Reads the preferences. Never fails: see {@link #problem}. */
    public Preferences read() {
        if (!Files.exists(file)) {
            return Preferences.DEFAULTS;
        }
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException
                | JsonParseException
                | IllegalStateException
                | ClassCastException
                | NumberFormatException
                | UnsupportedOperationException bad) {
            problem = setAside(bad.getMessage());
            return Preferences.DEFAULTS;
        }
    }

    private String setAside(String reason) {
        Path aside = file.resolveSibling("preferences-unreadable.json");
        try {
            Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return "The preferences in " + file + " cannot be read (" + firstLine(reason)
                    + "); the defaults hold, and the file is kept as " + aside.getFileName() + ".";
        } catch (IOException failed) {
            return "The preferences in " + file + " cannot be read (" + firstLine(reason) + "); the defaults hold.";
        }
    }

    private static String firstLine(String text) {
        return text == null ? "no reason given" : text.lines().findFirst().orElse("");
    }

    private static Preferences parse(String text) {
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        Map<String, String> keys = new LinkedHashMap<>();
        if (json.has("keys")) {
            for (Map.Entry<String, JsonElement> entry :
                    json.getAsJsonObject("keys").entrySet()) {
                keys.put(entry.getKey(), entry.getValue().getAsString());
            }
        }
        List<String> recent = new ArrayList<>();
        if (json.has("recent")) {
            for (JsonElement element : json.getAsJsonArray("recent")) {
                recent.add(element.getAsString());
            }
        }
        String theme = json.has("theme") ? json.get("theme").getAsString() : Preferences.DEFAULTS.theme();
        double zoom = json.has("zoom") ? json.get("zoom").getAsDouble() : 1;
        return new Preferences(theme, Math.max(0.7, Math.min(3, zoom)), keys, recent);
    }

    /** Writes the preferences, whole or not at all. Returns false, with a {@link #problem}, if that fails. */
    public boolean write(Preferences preferences) {
        JsonObject json = new JsonObject();
        json.addProperty("theme", preferences.theme());
        json.addProperty("zoom", preferences.zoom());
        JsonObject keys = new JsonObject();
        preferences.keys().forEach(keys::addProperty);
        json.add("keys", keys);
        JsonArray recent = new JsonArray();
        preferences.recent().forEach(recent::add);
        json.add("recent", recent);
        try {
            Files.createDirectories(file.getParent());
            Path beside = Files.createTempFile(file.getParent(), "preferences", ".tmp");
            Files.writeString(beside, GSON.toJson(json) + "\n", StandardCharsets.UTF_8);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException failed) {
            problem = "The preferences cannot be written to " + file + ": " + failed.getMessage();
            return false;
        }
    }
}
