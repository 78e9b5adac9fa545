package ringside.pane.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import ringside.kernels.view.AddressSpacesView;
import ringside.kernels.view.AddressSpacesView.Space;
import ringside.pane.Words;

/** Chooses whose page tables are shown: those that CR3 points at, or those of an address space that the kernel has. */
final class SpaceChooser extends MenuButton {
    private static final int CURRENT = -1;
    private static final long CR3 = -1;

    private final Runnable onChosen;
    private List<Space> spaces = List.of();
    private int chosen = CURRENT;

    SpaceChooser(Runnable onChosen) {
        this.onChosen = onChosen;
        getStyleClass().add("quiet-menu");
        setId("page-tables-space");
        setAccessibleText(Words.of("address-spaces.choose"));
        offer(Optional.empty());
    }

    /** Whether the tables are those in use, whichever these are. */
    boolean followsCr3() {
        return root() == CR3;
    }

    /** The root of the chosen tables, or -1 for those in use. */
    long root() {
        return spaces.stream()
                .filter(space -> space.index() == chosen)
                .mapToLong(Space::root)
                .findFirst()
                .orElse(CR3);
    }

    /** Offers the address spaces that there are; without any there is nothing to choose. */
    void offer(Optional<AddressSpacesView> view) {
        spaces = view.map(AddressSpacesView::spaces).orElse(List.of());
        setVisible(!spaces.isEmpty());
        setManaged(!spaces.isEmpty());
        List<String> names = new ArrayList<>(List.of(Words.of("address-spaces.follows")));
        spaces.forEach(space -> names.add(name(space)));
        if (!getItems().stream().map(MenuItem::getText).toList().equals(names)) {
            getItems().clear();
            item(names.get(0), CURRENT);
            spaces.forEach(space -> item(name(space), space.index()));
        }
        setText(spaces.stream()
                .filter(space -> space.index() == chosen)
                .map(SpaceChooser::name)
                .findFirst()
                .orElse(names.get(0)));
    }

    private static String name(Space space) {
        return space.name().isEmpty()
                ? Words.of("address-spaces.nameless", Integer.toString(space.index()))
                : space.name();
    }

    private void item(String name, int index) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> {
            chosen = index;
            onChosen.run();
        });
        getItems().add(item);
    }
}
