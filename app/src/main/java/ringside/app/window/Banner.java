package ringside.app.window;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import ringside.app.simulation.Frame;
import ringside.app.simulation.Simulation;
import ringside.app.simulation.Status;
import ringside.pane.Words;

/** Tells in full what went wrong, above everything else, until the next command or until it is closed. */
final class Banner extends StackPane {
    private static final Words WORDS = Words.bundle("window");

    private final Label text = new Label();
    private String closed = "";

    Banner(Simulation simulation) {
        setId("banner");
        setPickOnBounds(false);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("banner-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        Label symbol = new Label("\u2716");
        symbol.getStyleClass().add("bad");
        symbol.setMinWidth(Region.USE_PREF_SIZE);
        Button close = new Button();
        close.setGraphic(new FontIcon("mdi2c-close"));
        close.getStyleClass().add("icon-button");
        close.setAccessibleText(WORDS.get("banner.close"));
        close.setOnAction(event -> {
            closed = text.getText();
            setVisible(false);
        });
        HBox card = new HBox(symbol, text, close);
        card.getStyleClass().add("banner");
        card.setAlignment(Pos.TOP_LEFT);
        card.setMaxHeight(Region.USE_PREF_SIZE);
        setAlignment(card, Pos.TOP_CENTER);
        getChildren().add(card);
        simulation.frameProperty().addListener((property, old, now) -> show(now));
        show(simulation.frameProperty().get());
    }

    private void show(Frame frame) {
        Status status = frame.status();
        boolean wrong = status.failed() && !status.message().isEmpty();
        if (!wrong) {
            closed = "";
        } else {
            text.setText(status.message());
        }
        setVisible(wrong && !status.message().equals(closed));
    }
}
