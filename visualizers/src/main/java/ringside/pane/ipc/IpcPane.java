package ringside.pane.ipc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Wait;
import ringside.pane.Coordinates;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;
import ringside.pane.code.CodeList;

/** Draws messages between tasks as a sequence chart, and one of them field by field. */
public final class IpcPane extends Pane {
    /** The slot of the view of messages that come after the instant on show. */
    public static final String AHEAD = "ahead";

    private static final double WIDE = 62;

    private final IpcPaneModel model = new IpcPaneModel();
    private final SequenceCanvas chart = new SequenceCanvas(model, this::selected, this::chosen);
    private final CodeList list = new CodeList(Words.of("ipc.list"));
    private final MessageDetails details = new MessageDetails(() -> {
        model.select(-1, MessagePoint.SEND);
        refresh();
    });
    private final WaitsBar waits = new WaitsBar(this::waitChosen);
    private final Label nothing = new Label();
    private final FilterBar filter =
            new FilterBar(model, this::filtered, () -> outlet().requestsChanged(), this::showAsList);
    private final BorderPane body = new BorderPane(chart);
    private final BorderPane content = new BorderPane(body);
    private boolean asList;

    /** Makes an empty pane. */
    public IpcPane() {
        super("ipc");
        nothing.getStyleClass().addAll("dim", "chart-nothing");
        nothing.setWrapText(true);
        nothing.setMinHeight(Region.USE_PREF_SIZE);
        chart.onKey(this::keyPressed);
        list.setId("ipc-list");
        list.onChosen(line -> {
            model.select(line.key(), MessagePoint.SEND);
            go();
        });
        list.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (asList && now != null && list.isFocused()) {
                model.select(now.key(), MessagePoint.SEND);
                showDetails();
            }
        });
        body.setMinSize(0, 0);
        content.setTop(filter);
        content.setBottom(waits);
        content.widthProperty().addListener((property, old, now) -> placeDetails());
        content.heightProperty().addListener((property, old, now) -> placeDetails());
        showEmpty("empty.noMachine");
    }

    @Override
    public int refreshesWhileRunning() {
        return 6;
    }

    @Override
    public List<ViewRequest> requests() {
        List<ViewRequest> requests = new ArrayList<>();
        requests.add(ViewRequest.range(IpcView.class, "", model.before(), IpcPaneModel.PAGE));
        if (model.before() == IpcPaneModel.FOLLOW) {
            requests.add(ViewRequest.range(IpcView.class, AHEAD, IpcPaneModel.FOLLOW, IpcPaneModel.AHEAD));
        }
        return requests;
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<IpcView> now = views.now(IpcView.class);
        if (now.isEmpty()) {
            showEmpty(views, IpcView.class, "ipc.why");
            return;
        }
        boolean moved = coordinates.mark() != model.mark();
        model.arrived(now.get(), views.now(IpcView.class, AHEAD), coordinates.mark());
        waits.show(now.get());
        if (getCenter() != content) {
            setCenter(content);
            moved = true;
        }
        draw(moved);
    }

    private void draw(boolean moved) {
        filter.refresh();
        list.showLines(MessageLines.of(model.listed()));
        String reason = model.emptiness();
        nothing.setText(reason);
        body.setTop(reason.isEmpty() ? null : nothing);
        chart.show(moved);
        chart.speak(model.spoken());
        note(model.note());
        showDetails();
    }

    private void refresh() {
        draw(false);
    }

    private void filtered() {
        refresh();
        chart.revealSelected();
    }

    // ---- selection ----

    private void selected(SequenceChart.Row row) {
        if (row == null || row.exchange() == null) {
            model.select(-1, MessagePoint.SEND);
        } else {
            model.select(row.exchange().index(), row.point());
        }
        refresh();
        chart.revealSelected();
    }

    private void chosen(SequenceChart.Row row) {
        outlet().seek(row.mark());
    }

    private void go() {
        model.selectedMark().ifPresent(outlet()::seek);
    }

    private void waitChosen(Wait wait) {
        if (wait.message() >= 0) {
            model.select(wait.message(), MessagePoint.SEND);
        }
        outlet().selectTask(wait.name());
        refresh();
        chart.revealSelected();
    }

    private void showDetails() {
        Optional<Exchange> selected = model.selected();
        if (selected.isEmpty()) {
            body.setRight(null);
            body.setBottom(null);
            return;
        }
        details.show(selected.get(), model.point(), outlet());
        placeDetails();
    }

    /** Beside the chart where there is room for both, else below it. */
    private void placeDetails() {
        if (model.selected().isEmpty() || content.getWidth() <= 0) {
            return;
        }
        double em = nothing.getFont().getSize();
        boolean wide = content.getWidth() >= WIDE * em;
        details.setPrefSize(content.getWidth() * 0.38, body.getHeight() * 0.5);
        details.setMaxWidth(wide ? 36 * em : Double.MAX_VALUE);
        if (wide && body.getRight() != details) {
            body.setBottom(null);
            body.setRight(details);
        } else if (!wide && body.getBottom() != details) {
            body.setRight(null);
            body.setBottom(details);
        }
    }

    private void showAsList(boolean wanted) {
        asList = wanted;
        body.setCenter(wanted ? list : chart);
        if (wanted) {
            list.requestFocus();
        } else {
            chart.focus();
        }
    }

    // ---- keys ----

    private void keyPressed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> model.move(-1);
            case DOWN -> model.move(1);
            case PAGE_UP -> model.move(-8);
            case PAGE_DOWN -> model.move(8);
            case HOME -> model.move(Integer.MIN_VALUE / 2);
            case END -> model.move(Integer.MAX_VALUE / 2);
            case LEFT -> model.moveInside(-1);
            case RIGHT -> model.moveInside(1);
            case ENTER -> go();
            case C ->
                model.selected().ifPresent(exchange -> showCode(exchange.known().callAddress()));
            case SLASH -> filter.focusText();
            case ESCAPE -> model.select(-1, MessagePoint.SEND);
            default -> {
                return;
            }
        }
        refresh();
        chart.revealSelected();
        event.consume();
    }

    private void showCode(long address) {
        if (address != 0) {
            outlet().showCode(address);
        }
    }
}
