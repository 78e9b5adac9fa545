package ringside.pane.stack;

import java.util.List;
import java.util.Optional;
import ringside.kernels.view.StackView;
import ringside.pane.Coordinates;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeList;

/** Draws the calls that have not returned. */
public final class StackPane extends Pane {
    private final CodeList list = new CodeList(Words.of("stack.title"));

    /** Makes an empty pane. */
    public StackPane() {
        super("stack");
        list.onChosen(line -> {
            if (line.key() >= 0) {
                outlet().showCode(line.key());
            }
        });
        showEmpty("empty.noMachine");
    }

    @Override
    public int refreshesWhileRunning() {
        return 4;
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.of(StackView.class));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<StackView> now = views.now(StackView.class);
        if (now.isEmpty()) {
            showEmpty(views, StackView.class, "empty.noMachine");
            return;
        }
        list.showLines(StackPaneModel.lines(now.get()));
        if (getCenter() != list) {
            setCenter(list);
        }
    }
}
