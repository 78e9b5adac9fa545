package ringside.app.window;

import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks for one line of text inside the window; Enter takes it, Escape leaves. */
final class Prompt extends StackPane {
    private final Label question = new Label();
    private final Label problem = new Label();
    private final TextField field = new TextField();
    private Predicate<String> taker = text -> true;
    private String complaint = "";
    private Node focusBefore;

    Prompt() {
        getStyleClass().add("palette-shade");
        question.setWrapText(true);
        problem.getStyleClass().add("bad");
        field.getStyleClass().add("palette-query");
        field.setId("prompt-field");
        VBox card = new VBox(question, field, problem);
        card.getStyleClass().add("prompt-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(card, Pos.CENTER);
        getChildren().add(card);
        field.setOnAction(event -> take());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                hide();
            }
        });
        setVisible(false);
    }

    private void take() {
        if (taker.test(field.getText())) {
            hide();
        } else {
            problem.setText(complaint);
            field.pseudoClassStateChanged(PseudoClass.getPseudoClass("error"), true);
        }
    }

    /** Asks. The taker returns whether the text made sense; if not, the complaint is shown. */
    void ask(String text, String complaintText, Predicate<String> answerTaker) {
        focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        question.setText(text);
        problem.setText("");
        complaint = complaintText;
        taker = answerTaker;
        field.clear();
        field.setAccessibleText(text);
        setVisible(true);
        field.requestFocus();
    }

    private void hide() {
        setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }
}
