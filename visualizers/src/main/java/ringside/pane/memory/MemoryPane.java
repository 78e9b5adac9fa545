package ringside.pane.memory;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import ringside.cpu.view.MemoryView;
import ringside.pane.Coordinates;
import ringside.pane.NumberText;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeList;

/** Draws a page of memory: rows of bytes, an address to go to, and the pages before and after. */
public final class MemoryPane extends Pane {
    private static final int PAGE = 1024;
    private static final String SLOT = "memory";

    private final CodeList list = new CodeList(Words.of("memory.title"));
    private final TextField address = new TextField();
    private final MenuButton grouping = new MenuButton();
    private final BorderPane content = new BorderPane(list);
    private MemoryPaneModel.Grouping group = MemoryPaneModel.Grouping.BYTES;
    private long page = 0x2000_0000L;
    private long focus = -1;
    private boolean reveal = true;
    private int row = MemoryPaneModel.WIDE_ROW;
    private Views lastViews = Views.NONE;

    /** Makes an empty pane. */
    public MemoryPane() {
        super("memory");
        address.setPromptText(Words.of("memory.address"));
        address.setAccessibleText(Words.of("memory.address"));
        address.getStyleClass().add("address-field");
        address.setOnAction(event -> goToTyped());
        Button earlier = button("\u2039", "memory.earlier", -PAGE);
        Button later = button("\u203a", "memory.later", PAGE);
        for (MemoryPaneModel.Grouping choice : MemoryPaneModel.Grouping.values()) {
            String label = Words.of("memory." + choice.name().toLowerCase(java.util.Locale.ROOT));
            MenuItem item = new MenuItem(label);
            item.setOnAction(event -> {
                group = choice;
                grouping.setText(label);
                show(lastViews, Coordinates.START.withAddress(focus));
            });
            grouping.getItems().add(item);
        }
        grouping.setText(Words.of("memory.bytes"));
        grouping.getStyleClass().add("quiet-menu");
        grouping.setAccessibleText(Words.of("memory.grouping"));
        HBox bar = new HBox(earlier, later, address);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("pane-bar");
        content.setTop(bar);
        widthProperty().addListener((property, old, now) -> {
            double em = address.getFont().getSize();
            int fitting = now.doubleValue() > (group == MemoryPaneModel.Grouping.WORDS ? 40 : 48) * em
                    ? MemoryPaneModel.WIDE_ROW
                    : MemoryPaneModel.NARROW_ROW;
            if (fitting != row) {
                row = fitting;
                show(lastViews, Coordinates.START.withAddress(focus));
            }
        });
        showEmpty("empty.noMachine");
    }

    private Button button(String text, String key, int distance) {
        Button button = new Button(text);
        button.getStyleClass().add("quiet-button");
        button.setTooltip(new Tooltip(Words.of(key)));
        button.setAccessibleText(Words.of(key));
        button.setOnAction(event -> {
            page += distance;
            outlet().requestsChanged();
        });
        return button;
    }

    private void goToTyped() {
        long typed = NumberText.parseAddress(address.getText());
        address.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("error"), typed == NumberText.NO_ADDRESS);
        if (typed != NumberText.NO_ADDRESS) {
            goTo(typed);
        }
    }

    /** Shows the bytes at this address. */
    public void goTo(long newFocus) {
        focus = newFocus;
        long above = 4L * MemoryPaneModel.WIDE_ROW;
        long row = focus & -MemoryPaneModel.WIDE_ROW;
        page = Long.compareUnsigned(row, above) < 0 ? 0 : row - above;
        reveal = true;
        address.setText(NumberText.address(focus));
        outlet().requestsChanged();
    }

    @Override
    public javafx.scene.Node headerControl() {
        return grouping;
    }

    @Override
    public int refreshesWhileRunning() {
        return 4;
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.range(MemoryView.class, SLOT, page, PAGE));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        lastViews = views;
        Optional<MemoryView> now = views.now(MemoryView.class, SLOT);
        if (now.isEmpty()) {
            showEmpty("empty.noMachine");
            return;
        }
        list.showLines(MemoryPaneModel.lines(now.get(), views.before(MemoryView.class, SLOT), group, row, focus));
        if (reveal
                && focus >= now.get().address()
                && focus < now.get().address() + now.get().length()) {
            list.reveal((int) ((focus - now.get().address()) / row));
            reveal = false;
        }
        if (!address.isFocused()) {
            address.setText(NumberText.address(focus >= 0 ? focus : now.get().address()));
        }
        if (getCenter() != content) {
            setCenter(content);
        }
    }
}
