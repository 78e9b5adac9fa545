package ringside.pane.paging;

import java.util.List;
import java.util.Optional;
import ringside.cpu.x86.paging.TlbView;
import ringside.pane.Coordinates;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeList;

/** Draws the translation lookaside buffer. */
public final class TlbPane extends Pane {
    private final CodeList list = new CodeList(Words.of("tlb.title"));

    /** Makes an empty pane. */
    public TlbPane() {
        super("tlb");
        list.onChosen(line -> outlet().showMemory(line.key()));
        showEmpty("empty.noMachine");
    }

    @Override
    public int refreshesWhileRunning() {
        return 8;
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.of(TlbView.class));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<TlbView> now = views.now(TlbView.class);
        if (now.isEmpty()) {
            showEmpty(views, TlbView.class, "tlb.why");
            return;
        }
        list.showLines(TlbPaneModel.lines(now.get(), views.before(TlbView.class)));
        note(TlbPaneModel.state(now.get()));
        if (getCenter() != list) {
            setCenter(list);
        }
    }
}
