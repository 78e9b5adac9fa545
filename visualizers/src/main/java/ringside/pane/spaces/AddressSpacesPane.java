package ringside.pane.spaces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import ringside.cpu.x86.paging.PageTablesView;
import ringside.kernels.view.AddressSpacesView;
import ringside.kernels.view.AddressSpacesView.Space;
import ringside.kernels.view.FrameOwners;
import ringside.pane.Coordinates;
import ringside.pane.NumberText;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;

/** Draws the grants of an address space, and beside it the address space that it lends to or borrows from. */
public final class AddressSpacesPane extends Pane {
    private static final long ROOT_UNKNOWN = -1;

    private final MenuButton chooser = new MenuButton();
    private final GrantBoard board = new GrantBoard(this::choose);
    private final ScrollPane scroll = new ScrollPane(board);
    private int space = AddressSpacesPaneModel.CURRENT;
    private long selected = NumberText.NO_ADDRESS;
    private int wantedTask = Integer.MIN_VALUE;
    private long leftRoot = ROOT_UNKNOWN;
    private long rightRoot = ROOT_UNKNOWN;
    private AddressSpacesPaneModel shown;

    /** Makes an empty pane. */
    public AddressSpacesPane() {
        super("address-spaces");
        chooser.getStyleClass().add("quiet-menu");
        chooser.setId("address-space-chooser");
        chooser.setAccessibleText(Words.of("address-spaces.choose"));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        showEmpty("empty.noMachine");
    }

    @Override
    public Node headerControl() {
        return chooser;
    }

    @Override
    public int refreshesWhileRunning() {
        return 4;
    }

    @Override
    public List<ViewRequest> requests() {
        List<ViewRequest> requests = new ArrayList<>();
        requests.add(ViewRequest.of(AddressSpacesView.class));
        requests.add(ViewRequest.of(FrameOwners.class));
        requests.add(ViewRequest.range(PageTablesView.class, AddressSpacesPaneModel.LEFT, leftRoot, 0));
        if (rightRoot != ROOT_UNKNOWN) {
            requests.add(ViewRequest.range(PageTablesView.class, AddressSpacesPaneModel.RIGHT, rightRoot, 0));
        }
        return requests;
    }

    /** Shows a grant of a task's address space; the one that holds the address. */
    public void goTo(int task, long address) {
        wantedTask = task;
        selected = address;
        outlet().requestsChanged();
    }

    private void choose(int newSpace, long base) {
        space = newSpace;
        selected = base;
        outlet().requestsChanged();
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<AddressSpacesView> now = views.now(AddressSpacesView.class);
        if (now.isEmpty()) {
            shown = null;
            showEmpty(views, AddressSpacesView.class, "address-spaces.why");
            return;
        }
        settle(now.get());
        offer(now.get());
        Optional<AddressSpacesPaneModel> model = AddressSpacesPaneModel.of(views, space, selected);
        if (model.isEmpty()) {
            shown = null;
            note("");
            showEmpty(space == AddressSpacesPaneModel.CURRENT ? "address-spaces.kernelOnly" : "address-spaces.gone");
            return;
        }
        if (getCenter() != scroll) {
            setCenter(scroll);
        }
        if (!model.get().equals(shown)) {
            boolean another =
                    shown == null || shown.left().space() != model.get().left().space();
            shown = model.get();
            board.show(shown);
            if (another || selected != NumberText.NO_ADDRESS) {
                Platform.runLater(this::reveal);
            }
        }
        note(Words.of(
                "address-spaces.note", Integer.toString(shown.left().cards().size())));
        follow(now.get());
    }

    /** Finds the address space of the task and the grant of the address that were asked for. */
    private void settle(AddressSpacesView view) {
        if (wantedTask != Integer.MIN_VALUE) {
            view.ofTask(wantedTask).ifPresent(found -> space = found.index());
            wantedTask = Integer.MIN_VALUE;
        }
        if (selected != NumberText.NO_ADDRESS) {
            AddressSpacesPaneModel.chosen(view, space)
                    .flatMap(found -> found.grants().stream()
                            .filter(grant -> grant.base() <= selected && selected < grant.end())
                            .findFirst())
                    .ifPresent(grant -> selected = grant.base());
        }
    }

    /** Asks for the page tables of both sides. */
    private void follow(AddressSpacesView view) {
        Optional<Space> left = AddressSpacesPaneModel.chosen(view, space);
        long newLeft = space == AddressSpacesPaneModel.CURRENT
                ? ROOT_UNKNOWN
                : left.map(Space::root).orElse(ROOT_UNKNOWN);
        long newRight = left.flatMap(found -> AddressSpacesPaneModel.partner(view, found, selected))
                .map(Space::root)
                .orElse(ROOT_UNKNOWN);
        if (newLeft != leftRoot || newRight != rightRoot) {
            leftRoot = newLeft;
            rightRoot = newRight;
            Platform.runLater(() -> outlet().requestsChanged());
        }
    }

    private void reveal() {
        double place = board.placeOf(selected != NumberText.NO_ADDRESS ? selected : board.firstLoan());
        double hidden = board.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(place < 0 || hidden <= 0 ? 0 : Math.max(0, Math.min(1, (place - 30) / hidden)));
    }

    private void offer(AddressSpacesView view) {
        List<String> names = new ArrayList<>(List.of(Words.of("address-spaces.follows")));
        view.spaces().forEach(each -> names.add(AddressSpacesPaneModel.name(each)));
        List<String> offered =
                chooser.getItems().stream().map(MenuItem::getText).toList();
        if (!offered.equals(names)) {
            chooser.getItems().clear();
            item(names.get(0), AddressSpacesPaneModel.CURRENT);
            view.spaces().forEach(each -> item(AddressSpacesPaneModel.name(each), each.index()));
        }
        chooser.setText(
                space == AddressSpacesPaneModel.CURRENT
                        ? names.get(0)
                        : AddressSpacesPaneModel.chosen(view, space)
                                .map(AddressSpacesPaneModel::name)
                                .orElse("\u2014"));
    }

    private void item(String name, int index) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> choose(index, NumberText.NO_ADDRESS));
        chooser.getItems().add(item);
    }
}
