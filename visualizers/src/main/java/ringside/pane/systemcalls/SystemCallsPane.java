package ringside.pane.systemcalls;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import ringside.kernels.view.SystemCallsView;
import ringside.pane.Coordinates;
import ringside.pane.NumberText;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.CodeList;

/** Draws the system calls in their order. A double click goes to the instant of the call. */
public final class SystemCallsPane extends Pane {
    private final CodeList list = new CodeList(Words.of("system-calls.title"));
    private SystemCallsView shown;

    /** Makes an empty pane. */
    public SystemCallsPane() {
        super("system-calls");
        list.onChosen(line -> outlet().seek(line.key()));
        showEmpty("empty.noMachine");
    }

    @Override
    public int refreshesWhileRunning() {
        return 4;
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.of(SystemCallsView.class));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<SystemCallsView> now = views.now(SystemCallsView.class);
        if (now.isEmpty()) {
            shown = null;
            showEmpty(views, SystemCallsView.class, "system-calls.why");
            return;
        }
        if (!now.get().equals(shown)) {
            List<CodeLine> lines = SystemCallsPaneModel.lines(now.get());
            list.setPlaceholder(new Label(Words.of("system-calls.none")));
            list.showLines(lines);
            list.reveal(lines.size() - 1);
            shown = now.get();
        }
        note(Words.of(
                "system-calls.count",
                NumberText.grouped(shown.leftOut() + shown.calls().size())));
        if (getCenter() != list) {
            setCenter(list);
        }
    }
}
