package ringside.pane.ipc;

import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import ringside.pane.NumberText;
import ringside.pane.Palette;
import ringside.pane.Words;
import ringside.pane.ipc.SequenceChart.Row;

/** The canvas of the chart: as large as what is in sight, with scroll bars of its own, so that any chart can be drawn. */
final class SequenceCanvas extends Region {
    private static final int FEWEST_DIGITS = 7;

    private final Canvas canvas = new Canvas(10, 10);
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    private final Label fontSize = new Label();
    private final Tooltip hint = new Tooltip();
    private final Palette palette = new Palette(
            this::restyle,
            "pane",
            "head",
            "line",
            "fg",
            "dim",
            "faint",
            "ghost",
            "now",
            "acc",
            "on-acc",
            "ok",
            "bad",
            "chg",
            "amber",
            "sky",
            "pink",
            "green",
            "yellow",
            "redox",
            "theseus",
            "kernel");
    private final IpcPaneModel model;
    private final Consumer<Row> onSelected;
    private final Consumer<Row> onChosen;
    private Map<Long, double[]> lines = Map.of();
    private ChartInk ink;
    private boolean follows;
    private boolean reveals;

    /**
     * Makes an empty chart.
     *
     * @param onSelected takes the row that was clicked, or null
     * @param onChosen takes the row whose instant is wanted
     */
    SequenceCanvas(IpcPaneModel model, Consumer<Row> onSelected, Consumer<Row> onChosen) {
        this.model = model;
        this.onSelected = onSelected;
        this.onChosen = onChosen;
        setMinSize(0, 0);
        down.setOrientation(Orientation.VERTICAL);
        fontSize.setVisible(false);
        canvas.setId("ipc-canvas");
        canvas.setFocusTraversable(true);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(canvas, down, across, palette, fontSize);
        getStyleClass().add("sequence-chart");
        down.valueProperty().addListener((property, old, now) -> paint());
        across.valueProperty().addListener((property, old, now) -> paint());
        fontSize.fontProperty().addListener((property, old, now) -> restyle());
        canvas.focusedProperty().addListener((property, old, now) -> pseudoClassStateChanged(FOCUS, now));
        down.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> stay());
        across.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> stay());
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::pointed);
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        Tooltip.install(canvas, hint);
    }

    private static final javafx.css.PseudoClass FOCUS = javafx.css.PseudoClass.getPseudoClass("focus-inside");

    private double em() {
        return fontSize.getFont().getSize();
    }

    private void restyle() {
        ink = null;
        requestLayout();
        paint();
    }

    void onKey(Consumer<KeyEvent> handler) {
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, handler::accept);
    }

    void speak(String text) {
        canvas.setAccessibleText(text);
    }

    void focus() {
        canvas.requestFocus();
    }

    /** Draws the model's chart anew; and keeps the instant on show in sight, if that has moved. */
    void show(boolean moved) {
        lines = model.chart().lines();
        adjustBars();
        follows |= moved;
        reveals &= !moved;
        requestLayout();
        if (moved) {
            follow();
        }
        paint();
    }

    private void follow() {
        double now = model.chart().now();
        if (now >= 0) {
            double visible = geometry().visibleLines();
            double top = down.getValue() / em();
            // What has just happened matters more than what is to come.
            if (now < top + visible * 0.4 || now > top + visible - 1) {
                down.setValue(Math.max(0, Math.min(down.getMax(), (now - visible * 0.75) * em())));
            }
            bringColumnsIntoSight();
        }
    }

    /** Scrolls so that the selected moment is in sight. */
    void revealSelected() {
        follows = false;
        reveals = true;
        bringSelectedIntoSight();
        // The details that come with a selection can make the chart smaller.
        requestLayout();
        paint();
    }

    private void bringSelectedIntoSight() {
        model.selected().ifPresent(exchange -> {
            double[] found = lines.get(exchange.index());
            if (found != null) {
                bringIntoSight(found[model.point().ordinal()], 2.5);
                bringColumnsIntoSight();
            }
        });
    }

    private void bringIntoSight(double line, double margin) {
        double visible = geometry().visibleLines();
        double top = down.getValue() / em();
        if (line < top + margin) {
            down.setValue(Math.max(0, Math.min(down.getMax(), (line - margin) * em())));
        } else if (line > top + visible - margin) {
            down.setValue(Math.max(0, Math.min(down.getMax(), (line - visible + margin) * em())));
        }
    }

    /** Shows the lifelines of both sides of the message that is looked at. */
    private void bringColumnsIntoSight() {
        model.focus().ifPresent(exchange -> {
            ChartGeometry geometry = geometry();
            int client = model.chart().column(exchange.known().client()).orElse(0);
            int server = model.chart().column(exchange.known().server()).orElse(0);
            double half = geometry.columnWidth() / 2;
            double left = geometry.x(Math.min(client, server)) - half - geometry.gutter();
            double right = geometry.x(Math.max(client, server)) + half - geometry.width();
            double shift = right > 0 ? Math.min(right, left) : Math.min(0, left);
            across.setValue(Math.max(0, Math.min(across.getMax(), across.getValue() + shift)));
        });
    }

    private ChartGeometry geometry() {
        int digits = Math.max(FEWEST_DIGITS, NumberText.grouped(latestMark()).length());
        return ChartGeometry.of(
                model.chart(), em(), canvas.getWidth(), canvas.getHeight(), digits, across.getValue(), down.getValue());
    }

    private long latestMark() {
        long latest = model.mark();
        for (Row row : model.chart().rows()) {
            latest = Math.max(latest, row.mark());
        }
        return latest;
    }

    @Override
    protected void layoutChildren() {
        double bar = Math.round(0.85 * em());
        palette.autosize();
        SequenceChart chart = model.chart();
        double width = getWidth();
        double height = getHeight();
        canvas.setWidth(Math.max(10, width - bar));
        canvas.setHeight(Math.max(10, height));
        ChartGeometry wide = geometry();
        boolean tooWide = wide.columnWidth() * chart.columns().size() > canvas.getWidth() - wide.gutter() + 1;
        across.setVisible(tooWide);
        if (tooWide) {
            canvas.setHeight(Math.max(10, height - bar));
        }
        down.resizeRelocate(width - bar, 0, bar, canvas.getHeight());
        across.resizeRelocate(0, height - bar, width - bar, bar);
        adjustBars();
        if (follows && canvas.getHeight() > 10) {
            follow();
        } else if (reveals && canvas.getHeight() > 10) {
            bringSelectedIntoSight();
        }
        paint();
    }

    /** Gives the scroll bars their reach; without that they would scroll beyond the chart, or not to its end. */
    private void adjustBars() {
        ChartGeometry geometry = geometry();
        double hidden = model.chart().height() * em() - geometry.visibleLines() * em();
        adjust(down, hidden, geometry.visibleLines() * em());
        double room = canvas.getWidth() - geometry.gutter();
        adjust(across, geometry.columnWidth() * model.chart().columns().size() - room, room);
    }

    private void adjust(ScrollBar bar, double hidden, double visible) {
        double most = Math.max(0, hidden);
        bar.setMax(most);
        bar.setVisibleAmount(most == 0 ? 0 : most * visible / (most + visible));
        bar.setBlockIncrement(visible * 0.8);
        bar.setUnitIncrement(3 * em());
        bar.setValue(Math.min(bar.getValue(), most));
        bar.setDisable(most == 0);
    }

    private void paint() {
        if (canvas.getWidth() <= 10) {
            return;
        }
        if (ink == null) {
            ink = new ChartInk(canvas.getGraphicsContext2D(), palette.colour("pane"), em());
        }
        new SequencePainter(canvas.getGraphicsContext2D(), palette, geometry(), ink, model).paint(lines);
    }

    private Row rowAt(MouseEvent event) {
        ChartGeometry geometry = geometry();
        if (event.getY() < geometry.head()) {
            return null;
        }
        int place = model.chart().rowAt(geometry.line(event.getY()));
        return place < 0 ? null : model.chart().rows().get(place);
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            Row row = rowAt(event);
            boolean onMark = event.getX() < geometry().gutter();
            onSelected.accept(row);
            if (row != null && row.sort() != SequenceChart.Sort.GAP && (onMark || event.getClickCount() == 2)) {
                onChosen.accept(row);
            }
        }
        event.consume();
    }

    private void pointed(MouseEvent event) {
        Row row = rowAt(event);
        String words = Words.of("ipc.title");
        if (row != null && row.exchange() != null) {
            words = MessageWords.spoken(row.exchange().known(), row.point()) + "\n" + Words.of("ipc.click");
        } else if (row != null && row.sort() == SequenceChart.Sort.GAP) {
            words = Words.of("ipc.gap.hint", NumberText.grouped(row.mark()));
        }
        hint.setText(words);
    }

    /** The user has scrolled: the chart stays there. */
    private void stay() {
        follows = false;
        reveals = false;
    }

    private void scrolled(ScrollEvent event) {
        stay();
        if (event.isShiftDown() || event.getDeltaX() != 0) {
            double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            across.setValue(Math.max(0, Math.min(across.getMax(), across.getValue() - delta)));
        } else {
            down.setValue(Math.max(0, Math.min(down.getMax(), down.getValue() - event.getDeltaY() * 1.5)));
        }
        event.consume();
    }
}
