package ringside.pane.schemes;

import java.util.List;
import ringside.kernels.view.FilesView;
import ringside.kernels.view.SchemesView;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.ListPane;

/** Draws schemes, namespaces and open files as tables. */
public final class SchemesPane extends ListPane<SchemesView> {

    /** Makes an empty pane. */
    public SchemesPane() {
        super("schemes", SchemesView.class);
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.of(SchemesView.class), ViewRequest.of(FilesView.class));
    }

    @Override
    protected List<CodeLine> lines(SchemesView view, Views views) {
        return SchemesPaneModel.lines(view, views.now(FilesView.class).orElse(new FilesView(List.of())));
    }

    @Override
    protected String remark(SchemesView view) {
        return Words.of(
                "schemes.note",
                Integer.toString(view.schemes().size()),
                Integer.toString(view.namespaces().size()));
    }
}
