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

    PaneHeader(DockContainerLeaf leaf) {
        super(leaf);
    }

    @Override
    protected Node[] createButtonArray() {
        Label note = new Label();
        note.getStyleClass().add("header-note");
        note.setMinWidth(0);
        HBox control = new HBox();
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
