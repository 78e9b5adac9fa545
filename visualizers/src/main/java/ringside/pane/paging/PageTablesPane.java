package ringside.pane.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import ringside.cpu.x86.paging.PageTablesView;
import ringside.cpu.x86.paging.PageWalkView;
import ringside.kernels.view.AddressSpacesView;
import ringside.kernels.view.FrameOwners;
import ringside.pane.Coordinates;
import ringside.pane.NumberText;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeList;

/** Draws the page tables and the walk of one address: the one typed, else the one in focus, else the next instruction. */
public final class PageTablesPane extends Pane {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final CodeList list = new CodeList(Words.of("page-tables.title"));
    private final TextField question = new TextField();
    private final HBox header = new HBox();
    private final SpaceChooser chooser = new SpaceChooser(() -> outlet().requestsChanged());
    private final HBox bar = new HBox(chooser);
    private long asked = NumberText.NO_ADDRESS;

    /** Makes an empty pane. */
    public PageTablesPane() {
        super("page-tables");
        question.setPromptText(Words.of("page-tables.ask"));
        question.setAccessibleText(Words.of("page-tables.ask"));
        question.setId("page-tables-question");
        question.getStyleClass().add("address-field");
        question.setOnAction(event -> askTyped());
        Label ask = new Label(Words.of("page-tables.walkOf"));
        ask.getStyleClass().add("dim");
        header.getChildren().setAll(ask, question);
        bar.getStyleClass().add("pane-bar");
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("ask-row");
        list.onChosen(line -> {
            if (line.key() != NumberText.NO_ADDRESS) {
                ask(line.key());
            }
        });
        showEmpty("empty.noMachine");
    }

    private void askTyped() {
        long typed = NumberText.parseAddress(question.getText());
        boolean cleared = question.getText().isBlank();
        question.pseudoClassStateChanged(ERROR, typed == NumberText.NO_ADDRESS && !cleared);
        if (typed != NumberText.NO_ADDRESS || cleared) {
            ask(typed);
        }
    }

    /** Walks this address; {@link NumberText#NO_ADDRESS} for the one in focus. */
    public void ask(long address) {
        asked = address;
        if (address != NumberText.NO_ADDRESS) {
            question.setText(NumberText.address(address));
        }
        outlet().requestsChanged();
    }

    @Override
    public Node headerControl() {
        return header;
    }

    @Override
    public int refreshesWhileRunning() {
        return 4;
    }

    @Override
    public List<ViewRequest> requests() {
        List<ViewRequest> requests = new ArrayList<>();
        requests.add(ViewRequest.range(PageTablesView.class, "", chooser.root(), 0));
        requests.add(ViewRequest.of(FrameOwners.class));
        requests.add(ViewRequest.of(AddressSpacesView.class));
        if (chooser.followsCr3()) {
            requests.add(ViewRequest.range(PageWalkView.class, "", asked, 0));
        }
        return requests;
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<AddressSpacesView> spaces = views.now(AddressSpacesView.class);
        chooser.offer(spaces);
        setTop(spaces.isPresent() ? bar : null);
        // The processor walks only the tables in use.
        question.setDisable(!chooser.followsCr3());
        Optional<PageTablesView> now = views.now(PageTablesView.class);
        if (now.isEmpty()) {
            showEmpty(views, PageTablesView.class, "page-tables.why");
            return;
        }
        list.showLines(PageTablesPaneModel.lines(
                now.get(),
                views.before(PageTablesView.class),
                views.now(PageWalkView.class),
                chooser.followsCr3() && asked != NumberText.NO_ADDRESS,
                views.now(FrameOwners.class).orElse(FrameOwners.NONE)));
        note(PageTablesPaneModel.state(now.get()));
        if (getCenter() != list) {
            setCenter(list);
        }
    }
}
