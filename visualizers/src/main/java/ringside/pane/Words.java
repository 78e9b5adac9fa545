package ringside.pane;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The texts that users read, from the resource bundles in {@code resources/messages}. */
public final class Words {
    private static final ResourceBundle PANES = ResourceBundle.getBundle("messages.panes");

    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The texts of the bundle of that name. */
    public static Words bundle(String name) {
        return new Words(ResourceBundle.getBundle("messages." + name));
    }

    /** A text of the panes. */
    public static String of(String key, Object... arguments) {
        return text(PANES, key, arguments);
    }

    /** Whether the panes have such a text. */
    public static boolean has(String key) {
        return PANES.containsKey(key);
    }

    /** A text of this bundle. */
    public String get(String key, Object... arguments) {
        return text(bundle, key, arguments);
    }

    private static String text(ResourceBundle bundle, String key, Object... arguments) {
        String pattern;
        try {
            pattern = bundle.getString(key);
        } catch (MissingResourceException missing) {
            throw new IllegalStateException("no text for " + key, missing);
        }
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
