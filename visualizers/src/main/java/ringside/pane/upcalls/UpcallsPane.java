package ringside.pane.upcalls;

import java.util.List;
import java.util.Optional;
import ringside.kernels.view.UpcallsView;
import ringside.pane.Coordinates;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeList;

/** Draws waiting upcalls and subscriptions. A double click goes to the function's code. */
public final class UpcallsPane extends Pane {
    private final CodeList list = new CodeList(Words.of("upcalls.title"));

    /** Makes an empty pane. */
    public UpcallsPane() {
        super("upcalls");
        list.onChosen(line -> {
            if (line.key() > 0) {
                outlet().showCode(line.key());
            }
        });
        showEmpty("empty.noMachine");
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.of(UpcallsView.class));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<UpcallsView> now = views.now(UpcallsView.class);
        if (now.isEmpty()) {
            showEmpty(views, UpcallsView.class, "upcalls.why");
            return;
        }
        list.showLines(UpcallsPaneModel.lines(now.get(), views.before(UpcallsView.class)));
        if (getCenter() != list) {
            setCenter(list);
        }
    }
}
