package ringside.pane.source;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import ringside.pane.Coordinates;
import ringside.pane.Pane;
import ringside.pane.SymbolText;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.CodeList;

/** Draws the source file that the processor executes, or another one that the user chose. */
public final class SourcePane extends Pane {
    private final CodeList list = new CodeList(Words.of("source.title"));
    private final Label path = new Label();
    private final BorderPane content = new BorderPane(list);
    private final SourcePaneModel model = new SourcePaneModel();
    private String chosenFile = "";
    private SourcePage shown;

    /** Makes an empty pane. */
    public SourcePane() {
        super("source");
        path.getStyleClass().add("source-path");
        path.setMaxWidth(Double.MAX_VALUE);
        content.setTop(path);
        list.onBreakpoint(this::toggle);
        showEmpty("empty.noMachine");
    }

    private void toggle(CodeLine line) {
        if (shown != null) {
            outlet().toggleBreakpoint(shown.file(), (int) line.key());
        }
    }

    /** Shows this file instead of the one being executed, until {@link #follow}. */
    public void goTo(String file) {
        chosenFile = file;
        outlet().requestsChanged();
    }

    /** Follows the program counter again. */
    public void follow() {
        goTo("");
    }

    @Override
    public int refreshesWhileRunning() {
        return 4;
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.named(SourcePage.class, chosenFile));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<SourcePage> now = views.now(SourcePage.class);
        if (now.isEmpty()) {
            showEmpty("empty.noMachine");
            return;
        }
        SourcePage view = now.get();
        if (!view.absence().isEmpty()) {
            shown = null;
            showEmpty(view.absence());
            return;
        }
        if (!view.equals(shown)) {
            List<CodeLine> lines = model.lines(view);
            list.showLines(lines);
            if (view.nextLine() > 0) {
                list.reveal(view.nextLine() - 1);
            }
            path.setText(
                    view.file() + (view.function().isEmpty() ? "" : "  \u203a  " + SymbolText.brief(view.function())));
            shown = view;
        }
        note(chosenFile.isEmpty() ? Words.of("source.follows") : Words.of("source.chosen"));
        if (getCenter() != content) {
            setCenter(content);
        }
    }
}
