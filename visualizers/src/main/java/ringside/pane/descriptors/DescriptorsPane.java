package ringside.pane.descriptors;

import java.util.List;
import java.util.Optional;
import ringside.cpu.x86.segment.DescriptorsView;
import ringside.pane.Coordinates;
import ringside.pane.NumberText;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeList;

/** Draws the descriptor tables; choosing a gate shows the code that it leads to. */
public final class DescriptorsPane extends Pane {
    private final CodeList list = new CodeList(Words.of("descriptors.title"));

    /** Makes an empty pane. */
    public DescriptorsPane() {
        super("descriptors");
        list.onChosen(line -> {
            if (line.key() != NumberText.NO_ADDRESS) {
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
        return List.of(ViewRequest.of(DescriptorsView.class));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<DescriptorsView> now = views.now(DescriptorsView.class);
        if (now.isEmpty()) {
            showEmpty(views, DescriptorsView.class, "descriptors.why");
            return;
        }
        list.showLines(DescriptorsPaneModel.lines(now.get(), views.before(DescriptorsView.class)));
        if (getCenter() != list) {
            setCenter(list);
        }
    }
}
