package ringside.pane.timeline;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import ringside.pane.Coordinates;
import ringside.pane.Palette;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;

/** Draws the lanes, the strips and the events of a window of time; a click or a drag goes to an instant. */
public final class TimelinePane extends Pane {
    private final Canvas canvas = new Canvas();
    private final Label fontSize = new Label();
    private final Tooltip hint = new Tooltip();
    private final Palette palette = new Palette(
            this::paint,
            "bg",
            "line",
            "fg",
            "dim",
            "faint",
            "ghost",
            "ok",
            "bad",
            "acc",
            "amber",
            "sky",
            "pink",
            "green",
            "yellow",
            "redox",
            "kernel",
            "pane",
            "number",
            "macro",
            "string",
            "type",
            "keyword");
    private final StackPane surface = new StackPane(canvas, palette, fontSize);
    private final ScrollPane scroll = new ScrollPane(surface);
    private final TimelinePaneModel model = new TimelinePaneModel();
    private TimelineView shown;
    private boolean draggingOverview;

    /** Makes an empty pane. */
    public TimelinePane() {
        super("timeline");
        canvas.setManaged(false);
        canvas.setFocusTraversable(true);
        fontSize.setVisible(false);
        surface.getStyleClass().add("timeline-surface");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("pane-scroll");
        surface.widthProperty().addListener((property, old, now) -> resize());
        surface.heightProperty().addListener((property, old, now) -> resize());
        fontSize.fontProperty().addListener((property, old, now) -> resize());
        scroll.vvalueProperty().addListener((property, old, now) -> paint());
        scroll.viewportBoundsProperty().addListener((property, old, now) -> paint());
        canvas.setId("timeline-canvas");
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::pointed);
        Tooltip.install(canvas, hint);
        showEmpty("empty.noMachine");
    }

    private double em() {
        return fontSize.getFont().getSize();
    }

    private void resize() {
        double padding = em() * 0.92;
        surface.setMinHeight(TimelineRows.heightFor(shown, em()));
        canvas.setLayoutX(padding);
        canvas.setLayoutY(2);
        canvas.setWidth(Math.max(10, surface.getWidth() - 2 * padding));
        canvas.setHeight(Math.max(10, surface.getHeight() - 8));
        paint();
    }

    private TimelinePainter painter() {
        double shownTo = TimelineRows.shownTo(
                scroll.getVvalue(),
                surface.getHeight(),
                scroll.getViewportBounds().getHeight());
        return new TimelinePainter(
                canvas.getGraphicsContext2D(),
                palette,
                em(),
                canvas.getWidth(),
                canvas.getHeight(),
                Math.min(canvas.getHeight(), shownTo - canvas.getLayoutY()));
    }

    private void paint() {
        if (shown != null && canvas.getWidth() > 10) {
            painter().paint(shown, model.bookmarks());
        }
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        draggingOverview = event.getY() < TimelinePainter.overviewTop(em()) + TimelinePainter.overviewHeight(em()) + 4;
        dragged(event);
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (shown == null || event.getButton() != MouseButton.PRIMARY || event.getX() < TimelinePainter.left(em())) {
            return;
        }
        TimeScale scale = draggingOverview ? painter().whole(shown) : painter().window(shown);
        outlet().seek(scale.mark(event.getX()));
    }

    /** Sets the words for what is under the pointer. */
    private void pointed(MouseEvent event) {
        String words = "";
        if (shown != null && event.getX() >= TimelinePainter.left(em())) {
            TimelinePainter painter = painter();
            TimeScale scale = painter.window(shown);
            int row = painter.rows(shown).at(event.getY());
            words = TimelineHints.of(shown, row, scale.mark(event.getX()), scale.marksOf(0.6 * em()));
        }
        hint.setText(words.isEmpty() ? Words.of("timeline.title") : words);
    }

    private void scrolled(ScrollEvent event) {
        if (shown == null) {
            return;
        }
        if (event.isControlDown()) {
            long around = painter().window(shown).mark(event.getX());
            if (event.getDeltaY() > 0) {
                model.zoomIn(around);
            } else {
                model.zoomOut(around);
            }
        } else {
            double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            model.pan(shown, -Math.signum(delta) * 0.15);
        }
        outlet().requestsChanged();
        event.consume();
    }

    /** Shows fewer instructions. */
    public void zoomIn() {
        model.zoomIn(shown == null ? 0 : shown.mark());
        outlet().requestsChanged();
    }

    /** Shows more instructions. */
    public void zoomOut() {
        model.zoomOut(shown == null ? 0 : shown.mark());
        outlet().requestsChanged();
    }

    /** Sets a bookmark at the instant on show, or takes it away. */
    public void toggleBookmark() {
        if (shown != null) {
            model.toggleBookmark(shown.mark());
            paint();
        }
    }

    /** The furthest instant that is known. */
    public long frontier() {
        return shown == null ? 0 : shown.frontier();
    }

    /** Calls back for every key pressed while the timeline has the focus. */
    public void onKey(javafx.event.EventHandler<KeyEvent> handler) {
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, handler);
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.range(TimelineView.class, "", model.from(), model.span()));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<TimelineView> now = views.now(TimelineView.class);
        if (now.isEmpty()) {
            shown = null;
            showEmpty("empty.noMachine");
            return;
        }
        boolean rowsChanged = TimelineRows.heightFor(shown, 1) != TimelineRows.heightFor(now.get(), 1);
        boolean changed = !now.get().equals(shown);
        shown = now.get();
        long fromBefore = model.from();
        model.arrived(shown);
        if (model.from() != fromBefore) {
            outlet().requestsChanged();
        }
        if (getCenter() != scroll) {
            setCenter(scroll);
        }
        if (rowsChanged) {
            resize();
        } else if (changed) {
            paint();
        }
        canvas.setAccessibleText(TimelinePaneModel.spoken(shown) + " " + Words.of("timeline.keys"));
        note(TimelinePaneModel.note(shown));
    }
}
