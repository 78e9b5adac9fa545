package ringside.pane;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What an empty pane shows: what would fill it, and why it is empty now. */
public final class EmptyNotice extends VBox {

    /** Makes a notice. */
    public EmptyNotice(String would, String reason) {
        getStyleClass().add("empty-notice");
        setAlignment(Pos.CENTER);
        Label icon = new Label("\u2022 \u2022 \u2022");
        icon.getStyleClass().add("empty-icon");
        Label first = new Label(would);
        first.getStyleClass().add("empty-would");
        first.setWrapText(true);
        Label second = new Label(reason);
        second.getStyleClass().add("empty-reason");
        second.setWrapText(true);
        first.setMinHeight(USE_PREF_SIZE);
        second.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(icon, first, second);
        setAccessibleText(would + " " + reason);
    }
}
