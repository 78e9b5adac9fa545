package ringside.pane.code;

import java.util.List;
import java.util.Optional;
import ringside.pane.Coordinates;
import ringside.pane.Pane;
import ringside.pane.Views;

/** A pane that is a list of rows of one view. */
public abstract class ListPane<V> extends Pane {
    private final CodeList list;
    private final Class<V> type;

    /** Makes an empty pane for views of that type. */
    protected ListPane(String name, Class<V> type) {
        super(name);
        this.type = type;
        list = new CodeList(title());
        list.onChosen(this::chosen);
        showEmpty("empty.noMachine");
    }

    @Override
    public int refreshesWhileRunning() {
        return 4;
    }

    /** The rows. */
    protected abstract List<CodeLine> lines(V view, Views views);

    /** The remark beside the title. */
    protected abstract String remark(V view);

    /** A row was chosen, by a double click or Enter. */
    protected void chosen(CodeLine line) {}

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<V> now = views.now(type);
        if (now.isEmpty()) {
            showEmpty(views, type, name() + ".why");
            return;
        }
        list.showLines(lines(now.get(), views));
        note(remark(now.get()));
        if (getCenter() != list) {
            setCenter(list);
        }
    }
}
