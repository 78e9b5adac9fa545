package ringside.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;

/** The themes to choose from. */
public enum Theme {
    /** Light text on dark panes. */
    DARK(true),
    /** Dark text on light panes, for bright rooms. */
    LIGHT(false),
    /** White on black with strong lines. */
    CONTRAST(true);

    private final boolean dark;

    Theme(boolean dark) {
        this.dark = dark;
    }

    /** Its name in preferences, such as {@code dark}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme of that name; the dark one if there is none. */
    public static Theme named(String label) {
        for (Theme theme : values()) {
            if (theme.label().equals(label)) {
                return theme;
            }
        }
        return DARK;
    }

    /** The theme after this one. */
    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }

    /** The style sheet of the controls. */
    String controls() {
        return dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }
}
