package ringside.pane.registers;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import ringside.pane.Words;

/** One register: its name, its value as a link to what it points at, and a remark or its flags. */
final class RegisterRow extends HBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final Label name = new Label();
    private final Label changeMark = new Label();
    private final Hyperlink value = new Hyperlink();
    private final Label note = new Label();
    private final TextFlow flags = new TextFlow();
    private final Tooltip tooltip = new Tooltip();
    private RegistersPaneModel.Row shown;

    RegisterRow(Consumer<RegistersPaneModel.Row> onFollow) {
        getStyleClass().add("register-row");
        setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().addAll("register-name", "mono");
        changeMark.getStyleClass().add("change-mark");
        value.getStyleClass().addAll("register-value", "mono");
        value.setOnAction(event -> {
            value.setVisited(false);
            if (shown != null) {
                onFollow.accept(shown);
            }
        });
        value.setTooltip(tooltip);
        value.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().addAll("register-note", "mono");
        note.setMinWidth(0);
        HBox.setHgrow(note, Priority.SOMETIMES);
        flags.getStyleClass().add("register-flags");
        getChildren().addAll(name, value, changeMark, note);
    }

    void show(RegistersPaneModel.Row row) {
        if (row.equals(shown)) {
            return;
        }
        shown = row;
        name.setText(row.name());
        value.setText(row.text());
        tooltip.setText(row.hint());
        pseudoClassStateChanged(CHANGED, row.changed());
        changeMark.setText(row.changed() ? "\u2022" : "");
        value.setAccessibleText(row.name() + " " + row.text() + " " + row.note()
                + (row.changed() ? " " + Words.of("changed.spoken") : ""));
        boolean hasFlags = !row.flags().isEmpty();
        if (hasFlags) {
            showFlags(row);
        }
        if (hasFlags != getChildren().contains(flags)) {
            getChildren().set(3, hasFlags ? flags : note);
        }
        note.setText(row.note());
    }

    private void showFlags(RegistersPaneModel.Row row) {
        flags.getChildren().clear();
        for (RegistersPaneModel.Flag flag : row.flags()) {
            Text letter = new Text((flag.set()
                            ? flag.name().toUpperCase(java.util.Locale.ROOT)
                            : flag.name().toLowerCase(java.util.Locale.ROOT))
                    + " ");
            letter.getStyleClass().addAll("code", flag.set() ? "strong" : "faint");
            if (flag.changed()) {
                letter.getStyleClass().add("chg");
            }
            flags.getChildren().add(letter);
        }
    }
}
