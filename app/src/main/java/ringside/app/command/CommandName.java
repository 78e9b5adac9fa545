package ringside.app.command;

import java.util.Locale;

/** Every command of the window, with its preset key. An empty key means none. */
public enum CommandName {
    STEP(Category.RUN, "F11"),
    STEP_BACK(Category.RUN, "Shortcut+Shift+F11"),
    OVER(Category.RUN, "F10"),
    OVER_BACK(Category.RUN, "Shortcut+Shift+F10"),
    OUT(Category.RUN, "Shift+F11"),
    OUT_BACK(Category.RUN, "Alt+Shift+F11"),
    RUN(Category.RUN, "F5"),
    RUN_BACK(Category.RUN, "Shortcut+Shift+F5"),
    NEXT_EVENT(Category.RUN, "F7"),
    PREVIOUS_EVENT(Category.RUN, "Shift+F7"),
    TO_CURSOR(Category.RUN, "Shortcut+F10"),
    TO_CURSOR_BACK(Category.RUN, "Alt+Shift+F10"),
    PAUSE(Category.RUN, "F6"),
    BREAKPOINT(Category.RUN, "F9"),
    RESTART(Category.RUN, "Shortcut+Shift+R"),
    GO_TO_MARK(Category.VIEW, "Shortcut+G"),
    GO_TO_ADDRESS(Category.VIEW, "Shortcut+L"),
    PALETTE(Category.VIEW, "Shortcut+Shift+P"),
    ZOOM_IN(Category.VIEW, "Shortcut+Equals"),
    ZOOM_OUT(Category.VIEW, "Shortcut+Minus"),
    ZOOM_RESET(Category.VIEW, "Shortcut+0"),
    THEME(Category.VIEW, "Shortcut+Shift+T"),
    RESET_LAYOUT(Category.VIEW, ""),
    CHEAT_SHEET(Category.VIEW, "F1"),
    START_PAGE(Category.FILE, "Shortcut+Shift+H"),
    OPEN(Category.FILE, "Shortcut+O"),
    SAVE_TRACE(Category.FILE, "Shortcut+S"),
    QUIT(Category.FILE, "Shortcut+Q"),
    TIMELINE_LEFT(Category.TIMELINE, "Left"),
    TIMELINE_RIGHT(Category.TIMELINE, "Right"),
    TIMELINE_OVER_LEFT(Category.TIMELINE, "Shift+Left"),
    TIMELINE_OVER_RIGHT(Category.TIMELINE, "Shift+Right"),
    TIMELINE_HOME(Category.TIMELINE, "Home"),
    TIMELINE_END(Category.TIMELINE, "End"),
    TIMELINE_GO_TO(Category.TIMELINE, "G"),
    TIMELINE_BOOKMARK(Category.TIMELINE, "B"),
    TIMELINE_ZOOM_IN(Category.TIMELINE, "Plus"),
    TIMELINE_ZOOM_OUT(Category.TIMELINE, "Minus");

    /** Where a command belongs; those of the timeline work while it has the focus. */
    public enum Category {
        RUN,
        VIEW,
        FILE,
        TIMELINE
    }

    private final Category category;
    private final String presetKey;

    CommandName(Category category, String presetKey) {
        this.category = category;
        this.presetKey = presetKey;
    }

    /** Where it belongs. */
    public Category category() {
        return category;
    }

    /** Its preset key in JavaFX's notation, or an empty text. */
    public String presetKey() {
        return presetKey;
    }

    /** Its name in preferences and in the resource bundle, such as {@code step-back}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
