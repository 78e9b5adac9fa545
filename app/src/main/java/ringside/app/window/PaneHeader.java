package ringside.app.window;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import ringside.pane.Pane;
import software.coley.bentofx.control.HeaderPane;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/** The head of a dock: its tabs, and at the right the note and the control of the pane on show. */
final class PaneHeader extends HeaderPane {

    /** Set by {@link #createButtonArray}, which the constructor of the superclass calls: so without an initial value. */
    private Label note;

    private HBox control;

    PaneHeader(DockContainerLeaf leaf) {
        super(leaf);
    }

    /** Where tabs and note do not both fit, as at the projector's zoom, the tabs have the room. */
    @Override
    protected void layoutChildren() {
        if (note != null) {
            double tabs = lookupAll(".header").stream()
                    .mapToDouble(tab -> tab.prefWidth(-1))
                    .sum();
            double room = getWidth()
                    - tabs
                    - control.prefWidth(-1)
                    - 2 * note.getFont().getSize();
            note.setVisible(note.prefWidth(-1) <= room);
        }
        super.layoutChildren();
    }

    @Override
    protected Node[] createButtonArray() {
        note = new Label();
        note.getStyleClass().add("header-note");
        note.setMinWidth(0);
        control = new HBox();
        control.setAlignment(Pos.CENTER);
        DockContainerLeaf leaf = getContainer();
        leaf.selectedDockableProperty().addListener((property, old, now) -> show(now, note, control));
        show(leaf.getSelectedDockable(), note, control);
        return new Node[] {note, control, createDockableListButton()};
    }

    private static void show(Dockable dockable, Label note, HBox control) {
        note.textProperty().unbind();
        note.setText("");
        control.getChildren().clear();
        if (dockable != null && dockable.getNode() instanceof Pane pane) {
            note.textProperty().bind(pane.noteProperty());
            if (pane.headerControl() != null) {
                control.getChildren().add(pane.headerControl());
            }
        }
    }
}
