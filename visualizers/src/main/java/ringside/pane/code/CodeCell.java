package ringside.pane.code;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import ringside.pane.Words;

/** Draws one row: breakpoint and position marks, the gutter's number, the text. */
final class CodeCell extends ListCell<CodeLine> {
    private static final PseudoClass NEXT = PseudoClass.getPseudoClass("next");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private static final PseudoClass BREAKPOINT = PseudoClass.getPseudoClass("breakpoint");
    private static final PseudoClass BREAKABLE = PseudoClass.getPseudoClass("breakable");

    private final Label symbol = new Label();
    private final Label number = new Label();
    private final HBox gutter = new HBox(symbol, number);
    private final TextFlow text = new TextFlow();
    private final HBox row = new HBox(gutter, text);
    private final Tooltip tooltip = new Tooltip();

    CodeCell(CodeList list) {
        getStyleClass().add("code-cell");
        gutter.getStyleClass().add("gutter");
        symbol.getStyleClass().add("gutter-symbol");
        number.getStyleClass().add("gutter-number");
        text.getStyleClass().add("code-text");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        gutter.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                list.gutterClicked(getItem());
                event.consume();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && getItem() != null) {
                list.rowChosen(getItem());
            }
        });
    }

    @Override
    protected void updateItem(CodeLine line, boolean empty) {
        super.updateItem(line, empty);
        boolean none = empty || line == null;
        pseudoClassStateChanged(NEXT, !none && line.mark() == CodeLine.Mark.NEXT);
        pseudoClassStateChanged(LAST, !none && line.mark() == CodeLine.Mark.LAST);
        pseudoClassStateChanged(BREAKPOINT, !none && line.breakpoint());
        pseudoClassStateChanged(BREAKABLE, !none && line.breakable());
        if (none) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        symbol.setText(symbolOf(line));
        number.setText(line.number());
        text.getChildren().clear();
        for (Span span : line.spans()) {
            Text piece = new Text(span.text());
            piece.getStyleClass().add("code");
            if (!span.style().styleClass().isEmpty()) {
                piece.getStyleClass().add(span.style().styleClass());
            }
            text.getChildren().add(piece);
        }
        tooltip.setText(line.hint());
        setTooltip(line.hint().isEmpty() ? null : tooltip);
        setAccessibleText(spoken(line));
        setGraphic(row);
    }

    private static String symbolOf(CodeLine line) {
        if (line.breakpoint()) {
            return line.mark() == CodeLine.Mark.NEXT ? "\u25c9" : "\u25cf";
        }
        return switch (line.mark()) {
            case NEXT -> "\u25b6";
            case LAST -> "\u25b7";
            case NONE -> "";
        };
    }

    private static String spoken(CodeLine line) {
        String marks = switch (line.mark()) {
            case NEXT -> Words.of("code.next") + " ";
            case LAST -> Words.of("code.last") + " ";
            case NONE -> "";
        };
        String breakpoint = line.breakpoint() ? Words.of("code.breakpoint") + " " : "";
        return marks + breakpoint + line.number() + " " + line.plainText();
    }
}
