package ringside.pane;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/**
 * A pane of the window: it draws views.
 *
 * <p>{@link #show} is a pure function of its arguments and of what the user chose in the pane itself (a number base, a
 * scroll position). Panes are made and used on the JavaFX thread only.
 */
public abstract class Pane extends BorderPane {
    private final String name;
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private PaneOutlet outlet = PaneOutlet.NONE;

    /**
     * Makes an empty pane.
     *
     * @param name its name in layouts, in commands and in the command line's {@code --pane}
     */
    protected Pane(String name) {
        this.name = name;
        getStyleClass().addAll("rs-pane", "pane-" + name);
        setAccessibleText(title());
        setMinSize(0, 0);
    }

    /** Its name in layouts and commands, such as {@code registers}. */
    public final String name() {
        return name;
    }

    /** Its title for people. */
    public final String title() {
        return Words.of(name + ".title");
    }

    /** A short remark beside the title, such as what the pane follows. */
    public final ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Sets the remark beside the title. */
    protected final void note(String text) {
        note.set(text);
    }

    /** Says who takes the pane's requests. */
    public final void connect(PaneOutlet newOutlet) {
        outlet = newOutlet;
    }

    /** Who takes the pane's requests. */
    protected final PaneOutlet outlet() {
        return outlet;
    }

    /** A control of the pane that is shown in its header, or null. */
    public Node headerControl() {
        return null;
    }

    /**
     * How often in a second the pane is drawn while the machine runs. Panes that jump about while it does need few: no
     * eye follows more.
     */
    public int refreshesWhileRunning() {
        return 30;
    }

    /** What the pane needs to be read, now. */
    public abstract List<ViewRequest> requests();

    /** Draws. */
    public abstract void show(Views views, Coordinates coordinates);

    /** Replaces the content by a notice that says what would be here, and why it is not. */
    protected final void showEmpty(String reasonKey) {
        showEmptyBecause(Words.of(reasonKey));
    }

    /** Replaces the content by a notice with the reason that the views give, or else with that of the bundle. */
    protected final void showEmpty(Views views, Class<?> type, String reasonKey) {
        String known = Words.of(views.isEmpty() ? "empty.noMachine" : reasonKey);
        showEmptyBecause(views.reason(type).orElse(known));
    }

    private void showEmptyBecause(String reason) {
        setCenter(new EmptyNotice(Words.of(name + ".would"), reason));
        note("");
    }
}
