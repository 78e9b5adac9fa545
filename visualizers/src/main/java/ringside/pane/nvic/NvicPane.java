package ringside.pane.nvic;

import java.util.List;
import java.util.Optional;
import ringside.cpu.armv7m.exception.NvicView;
import ringside.pane.Coordinates;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeList;

/** Draws the interrupt controller's state and the fault registers. */
public final class NvicPane extends Pane {
    private final CodeList list = new CodeList(Words.of("nvic.title"));

    /** Makes an empty pane. */
    public NvicPane() {
        super("nvic");
        showEmpty("empty.noMachine");
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.of(NvicView.class));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<NvicView> now = views.now(NvicView.class);
        if (now.isEmpty()) {
            showEmpty(views, NvicView.class, "nvic.why");
            return;
        }
        list.showLines(NvicPaneModel.lines(now.get(), views.before(NvicView.class)));
        if (getCenter() != list) {
            setCenter(list);
        }
    }
}
