package ringside.pane.code;

import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A long list of rows of code, of which only the visible ones are drawn. */
public final class CodeList extends ListView<CodeLine> {
    private Consumer<CodeLine> onBreakpoint = line -> {};
    private Consumer<CodeLine> onChosen = line -> {};
    private int revealed = -1;
    private boolean looksAgain;

    /** Makes an empty list with the accessible name. */
    public CodeList(String accessibleName) {
        getStyleClass().add("code-list");
        setAccessibleText(accessibleName);
        setCellFactory(list -> new CodeCell(this));
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        heightProperty().addListener((property, old, now) -> Platform.runLater(() -> bringIntoSight(revealed)));
    }

    private void keyPressed(KeyEvent event) {
        CodeLine selected = getSelectionModel().getSelectedItem();
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isShiftDown();
        if (selected != null && plain && event.getCode() == KeyCode.ENTER) {
            onChosen.accept(selected);
            event.consume();
        }
    }

    /** Sets what a click in a row's gutter does. */
    public void onBreakpoint(Consumer<CodeLine> action) {
        onBreakpoint = action;
    }

    /** Sets what a double click on a row, or Enter, does. */
    public void onChosen(Consumer<CodeLine> action) {
        onChosen = action;
    }

    void gutterClicked(CodeLine line) {
        if (line.breakable()) {
            onBreakpoint.accept(line);
        }
    }

    void rowChosen(CodeLine line) {
        onChosen.accept(line);
    }

    /** Shows these rows, touching only those that differ. */
    public void showLines(List<CodeLine> lines) {
        if (getItems().size() != lines.size()) {
            getItems().setAll(lines);
            return;
        }
        int different = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals(getItems().get(i))) {
                different++;
            }
        }
        if (different > 40) {
            getItems().setAll(lines);
        } else if (different > 0) {
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).equals(getItems().get(i))) {
                    getItems().set(i, lines.get(i));
                }
            }
        }
    }

    /** Scrolls so that the row is visible with some rows above it, if it is not well inside already. */
    public void reveal(int index) {
        revealed = index;
        bringIntoSight(index);
        lookAgain();
    }

    /** Rows that have just been exchanged are laid out later, and what can be seen is only known then. */
    private void lookAgain() {
        Scene scene = getScene();
        if (scene == null || looksAgain) {
            return;
        }
        looksAgain = true;
        Runnable[] listener = new Runnable[1];
        listener[0] = () -> {
            scene.removePostLayoutPulseListener(listener[0]);
            looksAgain = false;
            bringIntoSight(revealed);
        };
        scene.addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }

    private void bringIntoSight(int index) {
        if (index < 0 || index >= getItems().size()) {
            return;
        }
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            IndexedCell<?> first = flow.getFirstVisibleCell();
            IndexedCell<?> last = flow.getLastVisibleCell();
            if (first != null && last != null) {
                int top = first.getIndex();
                int bottom = last.getIndex();
                boolean inside = index >= Math.min(top + 1, index) && index > top && index < bottom - 1;
                if (inside || (index == 0 && top == 0)) {
                    return;
                }
                int target = Math.max(0, index - Math.max(2, (bottom - top) / 3));
                if (target + bottom - top >= getItems().size()) {
                    // Scrolling to a row this near to the end can leave the very last one out.
                    flow.setPosition(1);
                } else {
                    scrollTo(target);
                }
                return;
            }
        }
        scrollTo(Math.max(0, index - 4));
    }
}
