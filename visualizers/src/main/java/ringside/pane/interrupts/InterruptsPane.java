package ringside.pane.interrupts;

import java.util.List;
import ringside.kernels.view.InterruptsView;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.ListPane;

/** Draws the interrupt lines as the kernel gives them to drivers. */
public final class InterruptsPane extends ListPane<InterruptsView> {

    /** Makes an empty pane. */
    public InterruptsPane() {
        super("interrupts", InterruptsView.class);
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.of(InterruptsView.class));
    }

    @Override
    protected List<CodeLine> lines(InterruptsView view, Views views) {
        return InterruptsPaneModel.lines(view, views.before(InterruptsView.class));
    }

    @Override
    protected String remark(InterruptsView view) {
        long open = view.lines().stream().filter(line -> !line.masked()).count();
        return Words.of(
                "interrupts.note",
                Long.toString(open),
                Integer.toString(view.lines().size()));
    }
}
